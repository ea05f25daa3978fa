import type { Nodes, RootContent } from 'mdast';
import { parseMarkdown } from './parse.ts';
import type { Section } from './section.ts';

/** Each call of the parser costs as much as some 500 units of text; from here on, its growth costs more than that. */
const ENOUGH = 16_000;

/**
 * Parses sections that nobody parsed yet, neighbours together. What it gives each is what parsing it alone would
 * give (a property test compares the two). Sections that need their own call are left for when they are asked for.
 */
export function parseAhead(sections: readonly Section[]): void {
  let group: Section[] = [];
  let length = 0;
  for (const section of sections) {
    const joins = section.canJoin;
    if (!joins || length + section.text.length > ENOUGH) {
      parseTogether(group);
      group = [];
      length = 0;
    }
    if (!joins) continue;
    group.push(section);
    length += section.text.length;
  }
  parseTogether(group);
}

function parseTogether(group: readonly Section[]): void {
  if (group.length < 2) return;
  const found = split(group);
  if (found)
    for (const [i, section] of group.entries()) section.useTree({ type: 'root', children: found[i] ?? [] });
}

/** The blocks of each section; undefined where the parser gives up, so that the sections are tried one by one. */
function split(group: readonly Section[]): RootContent[][] | undefined {
  let blocks: readonly RootContent[];
  try {
    blocks = parseMarkdown(group.map(({ text }) => text).join('')).children;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const found: RootContent[][] = group.map(() => []);
  let index = 0;
  let start = 0;
  for (const block of blocks) {
    const at = block.position?.start.offset ?? 0;
    for (
      let text = group[index]?.text;
      text !== undefined && at >= start + text.length;
      text = group[index]?.text
    ) {
      start += text.length;
      index++;
    }
    shift(block, start);
    found[index]?.push(block);
  }
  return found;
}

function shift(node: Nodes, by: number): void {
  if (by === 0) return;
  if (node.position) {
    node.position = {
      start: { ...node.position.start, offset: (node.position.start.offset ?? 0) - by },
      end: { ...node.position.end, offset: (node.position.end.offset ?? 0) - by },
    };
  }
  if ('children' in node) for (const child of node.children) shift(child, by);
}
