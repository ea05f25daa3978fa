import { decisionsOf } from '../../document/decisions.ts';
import { defineRule } from '../rule.ts';

/** What fits on about one page. */
const MAX_ROWS = 25;
const MAX_COLUMNS = 10;

const START = '---\ntype: decision-rights\n---\n\n## RACI\n\n';
const rows = (n: number): string =>
  Array.from({ length: n }, (_, i) => `| Step ${i + 1} | A | R |\n`).join('');
const TEN = ['Ada', 'Ben', 'Chiara', 'Dmitri', 'Elif', 'Farah', 'Goran', 'Hana', 'Ivo', 'Jun'].map(
  (name) => `${name} Reed`,
);

export const raciOverOnePage = defineRule({
  id: 'raci-over-one-page',
  group: 'raci',
  severity: 'info',
  needs: 'said',
  summary: 'A RACI is larger than about one page.',
  why:
    'A table of more than 25 rows or 10 columns is one that nobody reads when a decision is due. ' +
    'Keep the decisions that matter on one page, and leave the steps of the work to a plan or a runbook.',
  source: [107],
  examples: {
    bad: [
      {
        text: `${START}⟦| Decision | Dana Whitfield | Tom Reed |⟧\n| --- | --- | --- |\n${rows(26)}`,
        note: '26 rows',
      },
      {
        text: `${START}⟦| Decision | ${TEN.join(' | ')} |⟧\n| --- ${'| --- '.repeat(10)}|\n| Go-live | A | R ${'| I '.repeat(8)}|\n`,
        note: '11 columns',
      },
      {
        text: `${START}⟦| Decision | ${TEN.join(' | ')} |⟧\n| --- ${'| --- '.repeat(10)}|\n${`| Step | A | R ${'| I '.repeat(8)}|\n`.repeat(25)}`,
        note: '25 rows are no more than a page, 11 columns are',
      },
    ],
    good: [
      {
        text: `${START}| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n${rows(25)}`,
        note: 'just one page',
      },
      {
        text: `## Steps\n\n| Step | Owner |\n| --- | --- |\n${Array.from({ length: 40 }, (_, i) => `| ${i} | Dana |\n`).join('')}`,
        named: true,
        note: 'a long table that is no RACI',
      },
      {
        text: `${START}| Decision | ${TEN.slice(1).join(' | ')} |\n| --- ${'| --- '.repeat(9)}|\n| **Build** ${'| '.repeat(9)}|\n${`| Step | A | R ${'| I '.repeat(7)}|\n`.repeat(25)}`,
        note: '10 columns; the heading of a group is no row',
      },
    ],
  },
  check(reading, report) {
    for (const { block, groupRows } of decisionsOf(reading).tables) {
      const height = block.rows.length - groupRows.length;
      const width = block.header.cells.length;
      if (height <= MAX_ROWS && width <= MAX_COLUMNS) continue;
      const size = height > MAX_ROWS ? `${height} rows` : `${width} columns`;
      report({
        span: block.header.span,
        message: `This RACI has ${size} and does not fit on one page (${MAX_ROWS} rows, ${MAX_COLUMNS} columns). Keep the decisions that matter and leave the rest to a plan.`,
      });
    }
  },
});
