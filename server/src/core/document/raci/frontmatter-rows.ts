import { entryOf, type YamlEntry } from '../../yaml/node.ts';
import type { Mention } from '../mention.ts';
import { readPartiesOf } from '../mentions.ts';
import type { Reading } from '../reading.ts';
import type { Assignment, DecisionRow, RaciModel } from './model.ts';

/** The decisions that frontmatter allots, in the order in which they stand. */
export function frontmatterRows(reading: Reading, model: RaciModel): DecisionRow[] {
  const node = reading.frontmatter.node('decisions');
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry): DecisionRow[] => {
    if (entry.value.kind !== 'map' || reading.frontmatter.invalid('decisions', entry.key)) return [];
    const place = entryOf(entry.value, 'accountable');
    return [
      {
        label: entry.key,
        labelSpan: entry.keySpan,
        category: entry.key,
        categories: [entry.key],
        model,
        accountable: assigned(reading, entry, 'accountable'),
        responsible: assigned(reading, entry, 'responsible'),
        consulted: assigned(reading, entry, 'consulted'),
        informed: assigned(reading, entry, 'informed'),
        source: 'frontmatter',
        span: entry.span,
        ...(place ? { accountablePlace: place.value.span } : {}),
      },
    ];
  });
}

function assigned(
  reading: Reading,
  entry: YamlEntry,
  role: 'accountable' | 'responsible' | 'consulted' | 'informed',
): Assignment[] {
  const value = entryOf(entry.value, role)?.value;
  if (!value) return [];
  return readPartiesOf(reading, value, role === 'accountable' ? 'one' : 'list', 'frontmatter')
    .filter(({ party }) => party.kind !== 'nobody')
    .map((mention) => assignmentOf(mention));
}

/** A part whose holder's own name is what a person would change. */
export function assignmentOf(mention: Mention): Assignment {
  const { condition } = mention.party;
  return { mention, span: mention.span, ...(condition === undefined ? {} : { condition }) };
}
