import { decisionsOf, type RaciTable } from '../../document/decisions.ts';
import { readCodes } from '../../document/raci/codes.ts';
import { headerRoles } from '../../document/raci/headers.ts';
import { entriesIn, entriesOfTable } from '../../document/raci/legend.ts';
import type { Reading } from '../../document/reading.ts';
import type { Prose } from '../../markdown/prose.ts';
import type { TextEdit } from '../../text/edit.ts';
import { freeze, overlaps, type Span } from '../../text/span.ts';
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
      {
        text: `${START}## ⟦DACI⟧\n\n### Vendors\n\n| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n| Choice of vendor | A | D | C |\n`,
        note: 'the heading above says it',
      },
      {
        text: `${START}## Who decides (⟦DACI⟧)\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Choice of vendor | A | D |\n\n| Decision | Dana Whitfield | Legal |\n| --- | --- | --- |\n| Plan D or plan E | A | D |\n`,
        note: 'one heading over two tables',
      },
      {
        text: `${START}## Decision matrix\n\n- **D**: Driver\n- **A**: ⟦Approver⟧\n- **C**: Contributor\n\n| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n| Choice of vendor | A | D | C |\n`,
        note: 'the legend is a list',
      },
      {
        text: `${START}## Decision matrix\n\n| Letter | Name | Meaning |\n| --- | --- | --- |\n| D | Driver | gets it decided |\n| A | ⟦Approver⟧ | says yes or no |\n| C | Contributor | is asked |\n\n| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n| Choice of vendor | A | D | C |\n`,
        note: 'the legend is a table',
      },
      {
        text: `${START}## DACI for vendors\n\n| Decision | Driver | ⟦Approver⟧ | Contributors |\n| --- | --- | --- | --- |\n| Choice of vendor | Tom Reed | Dana Whitfield | Legal |\n\n## Glossary\n\nD = Driver: the one behind the wheel. A = Approver.\n\n| Letter | Name | Meaning |\n| --- | --- | --- |\n| D | Driver | drives the van |\n| A | Approver | signs the tour |\n`,
        note: 'what other sections say stays',
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
    const places = new Map<number, Told>();
    for (const table of decisionsOf(reading).tables) {
      const { model } = table;
      if (model === 'raci' || model === 'rasci' || model === declared) continue;
      const span = freeze(table.modelSpan ?? table.block.header.span);
      const told = places.get(span.start) ?? { span, model, tables: [] };
      places.set(span.start, { ...told, tables: [...told.tables, table] });
    }
    for (const told of places.values())
      report({
        span: told.span,
        message: `This table is ${told.model.toUpperCase()}, where the A is not Accountable. Turn it into a RACI, or say “raci_model: ${told.model}” in the frontmatter if you mean it so.`,
        fixes: () => convert(reading, told),
      });
  },
});

/** The models in which A does not mean Accountable. */
type OtherModel = 'daci' | 'rapid';

/** The tables for which one place says that they are of another model. */
interface Told {
  readonly span: Span;
  readonly model: OtherModel;
  readonly tables: readonly RaciTable[];
}

/** New letters and words for the old model's. */
const NEW: Readonly<
  Record<
    OtherModel,
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

type Put = (span: Span, newText: string | undefined) => void;

/** Headers, legend, letters and the model's name, all at once. */
function convert(reading: Reading, { span: place, model, tables }: Told): Fix[] {
  const edits: TextEdit[] = [];
  const put: Put = (span, newText) => {
    if (newText === undefined || reading.doc.text.slice(span.start, span.end) === newText) return;
    if (!edits.some((edit) => overlaps(edit.span, span))) edits.push({ span: freeze(span), newText });
  };
  // A sentence may say it, or the heading of a section above.
  if (/^(?:DACI|RAPID)$/i.test(reading.doc.text.slice(place.start, place.end))) put(place, 'RACI');
  for (const table of tables) {
    convertTable(table, model, put);
    convertLegend(reading, table, model, put);
    const heading = table.region.heading?.prose;
    const named = heading && /\b(?:DACI|RAPID)\b/.exec(heading.text);
    if (named) put(heading.at(named.index, named.index + named[0].length), 'RACI');
  }
  const who =
    model === 'daci'
      ? 'the Approver becomes Accountable, the Driver Responsible'
      : 'who decides becomes Accountable, who recommends or performs Responsible';
  return edits.length === 0 ? [] : [manual(`Turn it into a RACI: ${who}`, edits)];
}

function convertTable({ block, shape }: RaciTable, model: OtherModel, put: Put): void {
  const { letters, words } = NEW[model];
  if (shape === 'columns') {
    for (const cell of block.header.cells) {
      const [meaning] = headerRoles(cell.prose).meanings;
      if (meaning) put(cell.span, words[meaning]);
    }
    return;
  }
  for (const { prose } of block.rows.flatMap((row) => row.cells)) {
    const { codes, unknown } = readCodes(prose);
    // "Plan D" is the name of a decision.
    if (unknown.length > 0) continue;
    for (const code of codes) if (!code.word) put(prose.at(code.from, code.to), letters[code.letter]);
  }
}

/** The texts beside a table, and those in its section: a legend may be a list. */
function besides({ outline }: Reading, { block, region }: RaciTable): Prose[] {
  const around = outline.tables.find(({ table }) => table === block);
  const inSection = outline.texts.filter((text) => text.region === region).map(({ prose }) => prose);
  return [around?.before, around?.after, ...inSection].filter((prose) => prose !== undefined);
}

function convertLegend(reading: Reading, table: RaciTable, model: OtherModel, put: Put): void {
  const { letters, words } = NEW[model];
  for (const prose of besides(reading, table))
    for (const { meaning, span, letter } of entriesIn(prose)) {
      put(span, words[meaning]);
      const index = prose.text.search(new RegExp(`(?<![\\p{L}])${letter}(?=[ *]*(?:=|:|–|—|-))`, 'u'));
      if (letter && index >= 0) put(prose.at(index, index + 1), letters[letter]);
    }
  for (const { table: legend, region } of reading.outline.tables) {
    if (region !== table.region) continue;
    for (const { meaning, span } of entriesOfTable(legend)) put(span, words[meaning]);
    if (entriesOfTable(legend).length > 0)
      for (const { cells } of legend.rows) {
        const [first] = cells;
        if (first) put(first.span, letters[first.prose.text]);
      }
  }
}
