import { stringify } from 'yaml';
import type { DecisionRightsDocument } from '../document/document.ts';
import type { TextEdit } from '../text/edit.ts';
import { at } from '../text/span.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node.ts';

/** A value to write into frontmatter. Scalars are text: dates and numbers as they should stand. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Keys whose short form (a scalar) stands for one key of the long form (a map). */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  owner: 'name',
  technical_owner: 'name',
  stop_authority: 'holder',
  operating_model: 'type',
};

/**
 * The smallest edit that gives the key at `path` the value: replaces a value, adds a line to the map that
 * holds it (list items by index), or adds the missing maps on the way. A short form in the way (`owner: Dana`) becomes a map that
 * keeps what it said. Without frontmatter, a block is added at the top. Keeps the file's line ends.
 */
export function setFrontmatter(
  doc: DecisionRightsDocument,
  path: readonly string[],
  value: YamlValue,
): TextEdit[] {
  const { frontmatter } = doc;
  const eol = doc.lineEnd;
  if (!frontmatter.present || !frontmatter.content) {
    const bom = doc.text.startsWith('\uFEFF') ? 1 : 0;
    const yaml = render({ type: 'decision-rights', ...nest(path, value) }, '', eol);
    return [{ span: at(bom), newText: `---${eol}${yaml}${eol}---${eol}${eol}` }];
  }
  const target = frontmatter.entry(...path);
  if (target) return [replaceValue(doc, target, value, eol)];
  for (let depth = path.length - 1; depth > 0; depth--) {
    const item = frontmatter.node(...path.slice(0, depth));
    const holder = frontmatter.entry(...path.slice(0, depth));
    // A map in a list is reached by its index, which is nobody's key.
    if (!holder && item?.kind === 'map' && item.entries.length > 0)
      return [addToMap(doc, item, nest(path.slice(depth), value), eol)];
    if (!holder) continue;
    const rest = nest(path.slice(depth), value);
    const { value: node } = holder;
    if (node.kind === 'map' && node.entries.length > 0) return [addToMap(doc, node, rest, eol)];
    if (node.kind === 'scalar' && !node.isNull) {
      const short = SHORT_FORMS[holder.key];
      const said = doc.text.slice(node.span.start, node.span.end);
      const kept = short ? `${short}: ${said}${eol}` : '';
      const indent = `${indentAt(doc.text, holder.keySpan.start)}  `;
      const yaml = `${eol}${indent}${kept === '' ? '' : `${kept}${indent}`}${render(rest, indent, eol).trimStart()}`;
      return [{ span: spaceBefore(doc.text, node), newText: yaml }];
    }
    return [replaceValue(doc, holder, rest, eol)];
  }
  const rest = nest(path, value);
  if (frontmatter.root && frontmatter.root.entries.length > 0)
    return [addToMap(doc, frontmatter.root, rest, eol)];
  const { start, end } = frontmatter.content;
  const before = start > 0 && !/[\n\r]/.test(doc.text[start - 1] ?? '\n') ? eol : '';
  return [{ span: at(Math.min(start, end)), newText: `${before}${render(rest, '', eol)}${eol}` }];
}

/** Adds several keys at once: a new block at the top, or lines at the end of the block there is. None may be there yet. */
export function addFrontmatter(
  doc: DecisionRightsDocument,
  values: { readonly [key: string]: YamlValue },
): TextEdit[] {
  const { frontmatter } = doc;
  const eol = doc.lineEnd;
  if (Object.keys(values).length === 0) return [];
  if (!frontmatter.present) {
    const bom = doc.text.startsWith('\uFEFF') ? 1 : 0;
    return [{ span: at(bom), newText: `---${eol}${render(values, '', eol)}${eol}---${eol}${eol}` }];
  }
  if (frontmatter.root && frontmatter.root.entries.length > 0)
    return [addToMap(doc, frontmatter.root, values, eol)];
  const start = frontmatter.content?.start ?? 0;
  return [{ span: at(start), newText: `${render(values, '', eol)}${eol}` }];
}

/**
 * Adds items at the end of the list at `path`, written as the list is: under the last dash, or before the
 * closing bracket. A single value standing for the list becomes its first item; without the key, a list is added.
 */
export function addToFrontmatterList(
  doc: DecisionRightsDocument,
  path: readonly string[],
  ...values: readonly YamlValue[]
): TextEdit[] {
  const node = doc.frontmatter.node(...path);
  const eol = doc.lineEnd;
  if (node?.kind === 'scalar' && !node.isNull)
    return setFrontmatter(doc, path, [node.text.trim(), ...values]);
  if (node?.kind !== 'list' || node.items.length === 0) return setFrontmatter(doc, path, values);
  const last = node.items[node.items.length - 1];
  if (!last) return [];
  if (node.flow) {
    const flow = (value: YamlValue): string =>
      stringify(value, { schema: 'failsafe', lineWidth: 0, collectionStyle: 'flow' }).trim();
    return [{ span: at(last.span.end), newText: values.map((value) => `, ${flow(value)}`).join('') }];
  }
  // The text before an item of a block list is its indentation and dash.
  const item = indentAt(doc.text, last.span.start);
  const dash = doc.text.lastIndexOf('-', last.span.start);
  const indent = indentAt(doc.text, dash);
  return [
    {
      span: at(endOfEntry(doc.text, last.span.end)),
      newText: values.map((value) => `${eol}${indent}- ${render(value, item, eol)}`).join(''),
    },
  ];
}

/** Block YAML of a map, `\n` between the lines, none at the end. */
export function renderYaml(values: { readonly [key: string]: YamlValue }): string {
  return render(values, '', '\n');
}

/** Takes out an entry with its line, or with its comma in a flow map. */
export function removeFrontmatterEntry(doc: DecisionRightsDocument, entry: YamlEntry): TextEdit[] {
  let { start, end } = entry.span;
  while (start > 0 && /[ \t]/.test(doc.text[start - 1] ?? '')) start--;
  while (end < doc.text.length && /[ \t]/.test(doc.text[end] ?? '')) end++;
  if (doc.text.startsWith('\r\n', end)) end += 2;
  else if (/[\r\n]/.test(doc.text[end] ?? '')) end += 1;
  else if (doc.text[end] === ',') end += 1;
  return [{ span: { start, end }, newText: '' }];
}

/** `value` as one line of flow YAML or a plain scalar, quoted only where it must be. */
export function yamlScalar(text: string): string {
  return stringify(text, { schema: 'failsafe', lineWidth: 0 }).trimEnd();
}

function nest(path: readonly string[], value: YamlValue): { [key: string]: YamlValue } {
  return path.reduceRight<YamlValue>((inner, key) => ({ [key]: inner }), value) as {
    [key: string]: YamlValue;
  };
}

/** Block YAML, every line but the first indented. */
function render(value: YamlValue, indent: string, eol: string): string {
  return stringify(value, { schema: 'failsafe', lineWidth: 0, indentSeq: true })
    .trimEnd()
    .split('\n')
    .map((line, i) => (i === 0 || line === '' ? line : indent + line))
    .join(eol);
}

function replaceValue(
  doc: DecisionRightsDocument,
  entry: YamlEntry,
  value: YamlValue,
  eol: string,
): TextEdit {
  if (typeof value === 'string') {
    const { value: node } = entry;
    if (node.kind === 'scalar' && node.span.start === node.span.end)
      return { span: spaceBefore(doc.text, node), newText: ` ${yamlScalar(value)}` };
    return { span: node.span, newText: yamlScalar(value) };
  }
  const indent = `${indentAt(doc.text, entry.keySpan.start)}  `;
  return {
    span: spaceBefore(doc.text, entry.value),
    newText: `${eol}${indent}${render(value, indent, eol)}`,
  };
}

function addToMap(doc: DecisionRightsDocument, map: YamlMap, value: YamlValue, eol: string): TextEdit {
  const last = map.entries[map.entries.length - 1];
  if (map.flow) {
    const flow = stringify(value, { schema: 'failsafe', lineWidth: 0, collectionStyle: 'flow' })
      .trim()
      .replace(/^\{\s*|\s*\}$/g, '');
    return { span: at(last?.span.end ?? map.span.end - 1), newText: `${last ? ', ' : ''}${flow}` };
  }
  const indent = indentAt(doc.text, last?.keySpan.start ?? map.span.start);
  const end = endOfEntry(doc.text, last?.span.end ?? map.span.end);
  return { span: at(end), newText: `${eol}${indent}${render(value, indent, eol)}` };
}

/** The end of the line the entry ends on: a comment behind the value stays with it. */
function endOfEntry(text: string, offset: number): number {
  let end = offset;
  // A block scalar's span may reach over its last line end.
  while (end > 0 && /[\s]/.test(text[end - 1] ?? '')) end--;
  while (end < text.length && !/[\r\n]/.test(text[end] ?? '')) end++;
  return end;
}

/** The place of a value with the white space before it, line breaks too: a block begins on a line of its own. */
function spaceBefore(text: string, node: YamlNode): { start: number; end: number } {
  let { start } = node.span;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  return { start, end: node.span.end };
}

function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
  // A key behind a list dash lines up under the key, not under the dash.
  return text
    .slice(start, offset)
    .replace(/[^ \t]/g, ' ')
    .replace('\uFEFF', '');
}
