import { readPartiesOf } from '../../document/mentions.ts';
import { soundOwner } from '../../document/owner-verdict.ts';
import { samePerson, titleOf } from '../../document/people.ts';
import { once, type Reading } from '../../document/reading.ts';
import { isProductOwner } from '../../parties/titles.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { addToOwner, manual, nameOf } from './shared.ts';

const PRODUCT = /\bproduct owner(?:ship)?\b/i;
const OUTCOME =
  /\b(?:outcome|business|accountable|result) owner(?:ship)?\b|\baccountable for (?:the )?(?:outcome|result|business)|\bowns the (?:business )?(?:outcome|result)\b|\banswers for the (?:business )?(?:outcome|result)\b/i;

/** Where the document says that its owner is the product owner as well; undefined when it does not. */
const alsoProductOwner = once((reading): Span | undefined => {
  const owner = soundOwner(reading);
  if (!owner) return undefined;
  const flag = reading.frontmatter.node('owner', 'product_owner');
  if (reading.frontmatter.bool('owner', 'product_owner') === true && flag?.kind === 'scalar')
    return flag.inner;
  const title = titleOf(reading, owner.party);
  if (title !== undefined && isProductOwner(title)) return owner.span;
  for (const { label, value } of reading.outline.fields) {
    if (!PRODUCT.test(label)) continue;
    const same = readPartiesOf(reading, value, 'one', 'field').find(({ party }) =>
      samePerson(reading, party, owner.party),
    );
    if (same) return same.span;
  }
  return undefined;
});

/** True when one line of the document speaks of the product owner and another of the owner of the outcome. */
function saysBoth(reading: Reading): boolean {
  const lines: string[] = [];
  for (const { prose } of reading.outline.texts)
    for (const sentence of prose.sentences()) lines.push(...sentence.text.split(/\n|;/));
  for (const { table } of reading.outline.tables)
    for (const { cells } of [table.header, ...table.rows])
      lines.push(cells.map(({ prose }) => prose.text).join(' '));
  const product = lines.filter((line) => PRODUCT.test(line));
  return lines.some(
    (line) =>
      OUTCOME.test(line) &&
      product.some(
        (other) =>
          other !== line ||
          /\bas product owner\b[^.]*\bas (?:the )?(?:outcome|business) owner\b|\bas (?:the )?(?:outcome|business) owner\b[^.]*\bas product owner\b/i.test(
            line,
          ),
      ),
  );
}

export const ownerRoleConflation = defineRule({
  id: 'owner-role-conflation',
  group: 'owner',
  severity: 'warning',
  needs: 'whole',
  summary:
    'One person is product owner and owner of the result, and the document does not keep the two apart.',
  why:
    'A product owner manages delivery; the owner of the result answers for what the system brings the business and may stop it. ' +
    'One person can be both, but then the second duty is easily lost in the first: what ships is reported, and what it brings is not. ' +
    'Write one line for each of the two roles.',
  source: [88, 89, 90, 91, 92],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  product_owner: ⟦true⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Team\n\n- Product owner: ⟦Dana Whitfield⟧\n',
        note: 'the same name under another label',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  product_owner: ⟦true⟧\n---\n\n## Owner\n\nDana answers for the result. She started in May.\n',
        note: 'a line for one of the two',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Team\n\n- Sponsor: Dana Whitfield\n- Product owner: ⟦Dana Whitfield⟧\n\n## Delivery\n\nThe product owner meets the team every week.\n',
        note: 'two lines for the other',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  product_owner: ⟦true⟧\n---\n\n## Owner\n\nThe outcome owner is the product owner.\n',
        note: 'one line for both',
      },
      {
        text: '---\ntype: decision-rights\nowner: ⟦Dana Whitfield, Product Owner⟧\n---\n',
        config: 'min_rank: individual\n',
        note: 'by title',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  product_owner: true\n---\n\n## Owner\n\n- As outcome owner, Dana answers for cost per claim.\n- As product owner, Dana manages delivery.\n',
        note: 'one line for each role',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Team\n\n- Product owner: Tim Aldous\n',
        note: 'two people',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  product_owner: false\n---\n',
        note: 'the document denies it',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  product_owner: true\n---\n\n## Roles\n\n| Role | What it means |\n| --- | --- |\n| Outcome owner | Dana answers for cost per claim |\n| Product owner | Dana manages delivery |\n',
        note: 'a row for each role',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  product_owner: true\n---\n\n## Owner\n\nThe outcome owner is not paid for what the product owner does. The product owner manages delivery.\n',
        note: 'two sentences about both',
      },
    ],
  },
  check(reading, report) {
    const owner = soundOwner(reading);
    const span = alsoProductOwner(reading);
    if (!owner || !span || saysBoth(reading)) return;
    const name = nameOf(owner);
    report({
      span,
      message: `${name} is product owner and owner of the result at once, and nothing keeps the two apart. Write one line for each: who manages delivery, and who answers for the result.`,
      fixes: () => {
        const lines = `- As outcome owner, ${name} answers for the business result and may stop the system.\n- As product owner, ${name} manages delivery.`;
        return [manual('Add a line for each of the two roles', addToOwner(reading, lines))];
      },
    });
  },
});
