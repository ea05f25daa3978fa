import { type HeadValue, readHead } from '../frontmatter/head.ts';
import { FRONTMATTER_SCHEMA } from '../frontmatter/keys.ts';
import { frontmatterEnd } from '../frontmatter/parse.ts';
import type { Span } from '../text/span.ts';
import { childSchema, valuesOf } from '../yaml/schema.ts';
import type { DocumentFacts } from './facts.ts';

const KEYS = new Set(['initiative', 'title', 'status', 'use_case_class', 'owner', 'owner.name', 'template']);

/**
 * What a decision-rights document tells the others, from its head alone: the frontmatter, and the first heading
 * where it has no title. Bodies are not parsed, so an owner that only the body names is not among the facts.
 * `text` may be the head of the file, if it holds all the frontmatter.
 */
export function headFacts(path: string, text: string): DocumentFacts {
  const values = readHead(text, KEYS);
  const title = values.get('title')?.text ?? firstHeading(text)?.text;
  const initiative = values.get('initiative');
  const owner = values.get('owner.name') ?? values.get('owner');
  return {
    path,
    initiative: kept(initiative?.text),
    title: kept(title),
    status: oneOf('status', values),
    useCaseClass: oneOf('use_case_class', values),
    owner: kept(owner?.text),
    span: initiative?.span ?? firstHeading(text)?.span ?? firstLine(text),
    ...(/^(?:true|yes|on)$/i.test(values.get('template')?.text ?? '') && { template: true }),
  };
}

/** A value of a closed list; an invalid one is left to the rule that reports it. */
function oneOf(key: 'status' | 'use_case_class', values: ReadonlyMap<string, HeadValue>): string | undefined {
  const text = values.get(key)?.text;
  return VALUES[key].find((value) => value === text);
}

const VALUES = {
  status: allowed('status'),
  use_case_class: allowed('use_case_class'),
};

function allowed(key: string): string[] {
  return valuesOf(childSchema(FRONTMATTER_SCHEMA, key)).map(({ value }) => value);
}

/** The first heading, if it is of level one; code blocks above it are passed over. */
function firstHeading(text: string): HeadValue | undefined {
  const pattern = /^(#{1,6})[ \t]+([^\r\n]*)|^ {0,3}(```|~~~)/gm;
  pattern.lastIndex = frontmatterEnd(text);
  let fence = '';
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, hashes, written = '', mark] = match;
    if (mark !== undefined) fence = fence === '' ? mark : fence === mark ? '' : fence;
    if (hashes === undefined || fence !== '') continue;
    const raw = written.replace(/[ \t]+#+[ \t]*$/, '').trimEnd();
    if (hashes.length > 1 || raw === '') return undefined;
    const start = match.index + match[0].length - written.length;
    return { text: raw.replace(/[*_`]/g, ''), span: { start, end: start + raw.length } };
  }
  return undefined;
}

function firstLine(text: string): Span {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = text.slice(start, start + 500).search(/[\r\n]|$/);
  return { start, end: start + end };
}

/** A copy that does not hold on to the text it was cut from: an index outlives the files it was made of. */
function kept(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : ` ${text}`.slice(1);
}
