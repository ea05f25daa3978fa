import { decisionsOf, meansAccountable, type RaciModel, type RaciTable } from '../../document/decisions.ts';
import { readCodes } from '../../document/raci/codes.ts';
import { headerRoles } from '../../document/raci/headers.ts';
import { entriesIn, type LegendEntry } from '../../document/raci/legend.ts';
import type { Reading } from '../../document/reading.ts';
import type { TextEdit } from '../../text/edit.ts';
import { freeze, type Span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual } from './shared.ts';

const START = '---\ntype: decision-rights\n---\n\n';

export const raciLegendOtherModel = defineRule({
  id: 'raci-legend-other-model',
  group: 'raci',
  severity: 'info',
  needs: 'said',
  summary: 'A table uses DACI, RAPID or another model in which A does not mean Accountable.',
  why:
    'In DACI the A approves; in RAPID it agrees, and D decides; neither says who answers for the outcome. ' +
    'The table is read by its own model, so the rules about the Accountable leave it alone. ' +
    'Turn it into a RACI where one person is to answer for the outcome, or say `raci_model` in the frontmatter if the other model is what you want.',
  source: [29],
  examples: {
    bad: [
      {
        text: `${START}## Decisions\n\n| Decision | Driver | ⟦Approver⟧ | Contributors | Informed |\n| --- | --- | --- | --- | --- |\n| Choice of vendor | Tom Reed | Dana Whitfield | Legal | Finance |\n`,
        note: 'DACI by its headers',
      },
      {
        text: `${START}## Decision matrix\n\nD = Driver, A = ⟦Approver⟧, C = Contributor, I = Informed\n\n| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n| Choice of vendor | A | D | C |\n`,
        note: 'DACI by its legend',
      },
      {
        text: `${START}## Who decides (⟦RAPID⟧)\n\n| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n| Choice of vendor | D | R | A |\n| Data retention | D | P | I |\n`,
        note: 'RAPID by its heading',
      },
    ],
    good: [
      {
        text: `${START}## RACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Choice of vendor | A | R |\n| Data retention | A | R |\n`,
      },
      {
        text: `${START}## RASCI\n\nR = Responsible, A = Accountable, S = Support, C = Consulted, I = Informed\n\n| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n| Choice of vendor | A | R | S |\n`,
        note: 'in RASCI the A is Accountable',
      },
      {
        text: '---\ntype: decision-rights\nraci_model: daci\n---\n\n## DACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Choice of vendor | A | D |\n| Data retention | A | D |\n',
        note: 'the document says that it means DACI',
      },
      {
        text: `${START}## Rapid prototyping RACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Choice of vendor | A | R |\n`,
        note: '“rapid” is just a word',
      },
    ],
  },
  check(reading, report) {
    const declared = reading.frontmatter.text('raci_model')?.toLowerCase();
    const told = new Set<number>();
    for (const table of decisionsOf(reading).tables) {
      if (meansAccountable(table) || table.model === declared) continue;
      const span = freeze(table.modelSpan ?? table.block.header.span);
      if (told.has(span.start)) continue;
      told.add(span.start);
      report({
        span,
        message: `This table is ${MODELS[table.model]}, where the A is not Accountable. Turn it into a RACI, or say “raci_model: ${table.model}” in the frontmatter if you mean it so.`,
        fixes: () => convert(reading, table),
      });
    }
  },
});

const MODELS: Readonly<Record<RaciModel, string>> = {
  raci: 'RACI',
  rasci: 'RASCI',
  daci: 'DACI',
  rapid: 'RAPID',
};

/** New letters and words for the old model's. */
const NEW: Readonly<
  Record<
    'daci' | 'rapid',
    { readonly letters: Readonly<Record<string, string>>; readonly words: Readonly<Record<string, string>> }
  >
> = {
  daci: {
    letters: { D: 'R' },
    words: { driver: 'Responsible', approver: 'Accountable', contributor: 'Consulted', informed: 'Informed' },
  },
  rapid: {
    letters: { D: 'A', A: 'C', P: 'R', I: 'C' },
    words: {
      recommend: 'Responsible',
      agree: 'Consulted',
      perform: 'Responsible',
      input: 'Consulted',
      decide: 'Accountable',
    },
  },
};

/** Headers, legend, letters and the model's name, all at once. */
function convert(reading: Reading, table: RaciTable): Fix[] {
  if (table.model !== 'daci' && table.model !== 'rapid') return [];
  const { letters, words } = NEW[table.model];
  const edits: TextEdit[] = [];
  const put = (span: Span, newText: string | undefined): void => {
    if (newText === undefined || reading.doc.text.slice(span.start, span.end) === newText) return;
    if (!edits.some((edit) => edit.span.start < span.end && span.start < edit.span.end))
      edits.push({ span: freeze(span), newText });
  };
  if (table.shape === 'columns') {
    for (const cell of table.block.header.cells) {
      const [meaning] = headerRoles(cell.prose).meanings;
      if (meaning) put(cell.span, words[meaning]);
    }
  } else {
    for (const row of table.block.rows)
      for (const cell of row.cells) {
        const { codes, unknown } = readCodes(cell.prose);
        if (unknown.length === 0)
          for (const code of codes)
            if (!code.word) put(cell.prose.at(code.from, code.to), letters[code.letter]);
      }
  }
  const around = reading.outline.tables.find((found) => found.table === table.block);
  const near = [around?.before, around?.after].filter((prose) => prose !== undefined);
  for (const prose of near)
    for (const entry of entriesIn(prose))
      legendEdits(entry, words, letters, prose.text, prose.at.bind(prose), put);
  if (
    table.modelSpan &&
    /^(?:DACI|RAPID)$/i.test(reading.doc.text.slice(table.modelSpan.start, table.modelSpan.end))
  )
    put(table.modelSpan, 'RACI');
  const heading = table.region.heading?.prose;
  const named = heading && /\b(?:DACI|RAPID)\b/.exec(heading.text);
  if (heading && named) put(heading.at(named.index, named.index + named[0].length), 'RACI');
  const who =
    table.model === 'daci'
      ? 'the Approver becomes Accountable, the Driver Responsible'
      : 'who decides becomes Accountable, who recommends or performs Responsible';
  return edits.length === 0 ? [] : [manual(`Turn it into a RACI: ${who}`, edits)];
}

function legendEdits(
  entry: LegendEntry,
  words: Readonly<Record<string, string>>,
  letters: Readonly<Record<string, string>>,
  text: string,
  at: (from: number, to: number) => Span,
  put: (span: Span, newText: string | undefined) => void,
): void {
  put(entry.span, words[entry.meaning]);
  if (entry.letter === undefined || letters[entry.letter] === undefined) return;
  const index = text.search(new RegExp(`(?<![\\p{L}])${entry.letter}(?=[ *]*(?:=|:|–|—|-))`, 'u'));
  if (index >= 0) put(at(index, index + 1), letters[entry.letter]);
}
