import { parseDuration } from '../text/duration.ts';
import type { Span } from '../text/span.ts';
import { entryOf, type YamlNode } from '../yaml/node.ts';
import { once, type Reading } from './reading.ts';

/** One thing an agentic system may do by itself. */
export interface AgentAction {
  readonly action: string;
  readonly span: Span;
  /** True when a limit is stated: an amount, a count, a scope. */
  readonly limited: boolean;
  /** True when the document says whether, or how fast, it can be undone. */
  readonly reversibility: boolean;
}

/** The actions of frontmatter, else those of the section that lists them. */
export const actionsOf = once((reading): readonly AgentAction[] => {
  const node = reading.frontmatter.node('actions');
  const said = node?.kind === 'list' ? node.items.flatMap(fromNode) : [];
  return said.length > 0 ? said : fromBody(reading);
});

function fromNode(node: YamlNode): AgentAction[] {
  if (node.kind === 'scalar') {
    if (node.isNull || node.text.trim() === '') return [];
    return [{ action: node.text.trim(), span: node.inner, ...statedIn(node.text) }];
  }
  if (node.kind !== 'map') return [];
  const text = (key: string): string => {
    const value = entryOf(node, key)?.value;
    return value?.kind === 'scalar' ? value.text.trim() : '';
  };
  const name = entryOf(node, 'action');
  return [
    {
      action: text('action'),
      span: name?.value.span ?? node.span,
      limited: text('limit') !== '',
      reversibility: text('reversible') !== '' || text('reversal_time') !== '',
    },
  ];
}

const LIMIT_HEADER = /\b(?:limit|limits|up to|maximum|max|scope|threshold|cap|bound)\b/i;
const REVERSAL_HEADER = /\brevers|\bundo\b|\bundone\b|\broll[- ]?back\b/i;

function fromBody(reading: Reading): AgentAction[] {
  const out: AgentAction[] = [];
  for (const { table, region } of reading.outline.tables) {
    if (region.kind !== 'actions') continue;
    const headers = table.header.cells.map((cell) => cell.prose.text);
    const limit = headers.findIndex((text) => LIMIT_HEADER.test(text));
    const reversal = headers.findIndex((text) => REVERSAL_HEADER.test(text));
    for (const row of table.rows) {
      const [first] = row.cells;
      if (!first || first.prose.text === '') continue;
      const filled = (index: number): boolean => (row.cells[index]?.prose.text.trim() ?? '') !== '';
      out.push({
        action: first.prose.text,
        span: first.span,
        limited: limit >= 0 && filled(limit),
        reversibility: reversal >= 0 && filled(reversal),
      });
    }
  }
  for (const { prose, region, item } of reading.outline.texts)
    if (region.kind === 'actions' && item)
      out.push({ action: prose.text, span: prose.span, ...statedIn(prose.text) });
  return out;
}

/** What a sentence about an action says of limit and reversibility. */
function statedIn(text: string): { limited: boolean; reversibility: boolean } {
  return {
    limited:
      /\b(?:up to|at most|no more than|limit(?:ed)?|maximum|max\.?|below|under|within|only|never more)\b|[€$£¥]|\d/i.test(
        text,
      ),
    reversibility:
      /\brevers|\bundo\b|\bundone\b|\birrevocabl|\broll(?:ed)? back\b|\bcancel/i.test(text) ||
      parseDuration(text) !== undefined,
  };
}
