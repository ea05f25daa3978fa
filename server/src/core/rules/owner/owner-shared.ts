import type { Mention } from '../../document/mention.ts';
import type { OwnerReading } from '../../document/owner.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { asConsulted, manual, nameOf } from './shared.ts';

export const ownerShared = defineRule({
  id: 'owner-shared',
  group: 'owner',
  severity: 'error',
  needs: 'said',
  summary: 'Two or more people share the owner’s seat.',
  why:
    'More than one person is named as owner of the result. ' +
    'When two answer for it, each can wait for the other, and in the end nobody does. ' +
    'Keep one of them as owner; the other can be consulted before decisions, or be named as deputy. ' +
    'One person named twice, or with a title, is one owner.',
  source: [32, 33, 102],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ["Dana Whitfield, VP Claims", "⟦Tom Reed, VP Claims Legal⟧"]\ndecisions:\n  production-go-live:\n    responsible: [Omar Haddad]\n---\n',
        note: 'a list of two',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims and ⟦Tom Reed, VP Sales⟧\n---\n',
        note: 'two people in one value',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims\n- Co-owner: ⟦Tom Reed, VP Sales⟧\n',
        note: 'a co-owner',
      },
      {
        text: '## Owner\n\nDana Whitfield and ⟦Tom Reed⟧ are jointly accountable for the cost per claim.\n',
        named: true,
        note: 'two people in a sentence',
      },
      {
        note: 'two people in the name of one entry',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner:\n  name: Dana Whitfield and ⟦Tom Reed⟧\n  title: VP Claims\n---\n',
      },
      {
        note: 'a list of entries',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner:\n  - name: Dana Whitfield\n    title: VP Claims\n  - name: ⟦Tom Reed⟧\n    title: VP Claims Legal\n---\n',
      },
      {
        note: 'three people',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: [Dana Whitfield, ⟦Tom Reed⟧, Omar Haddad]\n---\n',
        raises: ['owner-seniority-unknown'],
      },
      {
        note: 'one of them has a column without a letter',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims and ⟦Tom Reed, VP Claims Legal⟧\n\n## Decisions\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Production go-live | A | - |\n',
        raises: ['raci-accountable-not-owner'],
      },
      {
        note: 'a name beside an entry',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner:\n  - Dana Whitfield, VP Claims\n  - name: ⟦Tom Reed⟧\n---\n',
        raises: ['owner-seniority-unknown'],
      },
      {
        note: 'three lines, the last without a line end',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims\n- Co-owner: ⟦Tom Reed, VP Claims Legal⟧\n- Co-owner: Ada Okafor, VP Claims Sales',
      },
    ],
    good: [
      {
        note: 'lines without bullets, a label each',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\nOwner: Dana Whitfield, VP Claims\nAccepted on: 2026-01-15\nTechnical owner: Priya Raman, Director of Platform Engineering\n',
      },
      { text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n' },
      {
        text: '---\ntype: decision-rights\nowner: [Dana Whitfield, "Whitfield, Dana"]\n---\n',
        note: 'one owner named twice',
      },
      {
        text: '---\ntype: decision-rights\nowner: Jane Doe, Head of Risk and Compliance\n---\n',
        note: 'a title with an “and” in it',
      },
      {
        text: '---\ntype: decision-rights\nowner: AI Steering Group (executive: Dana Whitfield)\n---\n',
        note: 'a group with one named executive',
      },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'owner-shared') return;
    const { owner } = verdict;
    const names = owner.mentions.map(nameOf);
    const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
    report({
      span: verdict.span,
      message: `${list} are ${names.length > 2 ? 'all' : 'both'} named as owner. Keep the one who answers for the result; consult the ${names.length > 2 ? 'others' : 'other'}.`,
      related: owner.mentions.slice(0, 1).map((first) => ({
        span: first.span,
        message: `${nameOf(first)} is named first.`,
      })),
      fixes: () =>
        owner.mentions.map((kept) => {
          const others = owner.mentions.filter((other) => other !== kept);
          const moved = others.flatMap((other) => asConsulted(reading, other));
          const title = `Keep ${nameOf(kept)} as owner`;
          const rest = `; ${others.map(nameOf).join(', ')} ${others.length > 1 ? 'become' : 'becomes'} Consulted`;
          return manual(moved.length > 0 ? title + rest : title, [...keep(reading, owner, kept), ...moved]);
        }),
    });
  },
});

/** The edits that leave one owner of several. */
function keep(reading: Reading, owner: OwnerReading, kept: Mention): readonly TextEdit[] {
  const { doc, frontmatter } = reading;
  const { name, title, text } = kept.party;
  if (owner.source === 'frontmatter') {
    const node = frontmatter.node('owner');
    if (node?.kind === 'map') return setFrontmatter(doc, ['owner', 'name'], text);
    const asMap = node?.kind === 'list' && node.items.some((item) => item.kind === 'map');
    return setFrontmatter(
      doc,
      ['owner'],
      asMap && name !== undefined ? { name, ...(title ? { title } : {}) } : text,
    );
  }
  const edits: TextEdit[] = [{ span: owner.span, newText: text }];
  for (const { span } of owner.mentions)
    if (span.start < owner.span.start || span.start >= owner.span.end)
      edits.push({ span: lineAt(doc.text, span.start), newText: '' });
  const after = doc.text.slice(owner.span.end, owner.span.end + 80);
  const plural = /^\s+are\s+(?:(?:both|jointly|together)\s+)?/i.exec(after);
  if (plural) {
    const { end } = owner.span;
    edits.push({ span: { start: end, end: end + plural[0].length }, newText: ' is ' });
  }
  return edits;
}

/** The line that holds an offset, with its line end. */
function lineAt(text: string, offset: number): Span {
  const before =
    text
      .slice(0, offset)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const [behind = ''] = /^[^\r\n]*(?:\r\n|[\r\n])?/.exec(text.slice(offset)) ?? [];
  return { start: offset - before.length, end: offset + behind.length };
}
