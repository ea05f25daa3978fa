import type { DecisionRightsDocument } from '../document/document.ts';
import type { Region } from '../document/outline.ts';
import { MarkdownText } from '../markdown/markdown-text.ts';
import type { Prose } from '../markdown/prose.ts';
import { editDistance } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import type { YamlNode } from '../yaml/node.ts';
import type { LinkTarget } from './facts.ts';
import { folderOf, join, relativePath } from './paths.ts';
import type { Workspace } from './workspace.ts';

/** A link of a document that leads to a file of the workspace. */
export interface LocalLink {
  /** As written: relative, perhaps with `%20` and a `#heading`. */
  readonly url: string;
  readonly span: Span;
}

/** Where a link leads: a file of the workspace, and the heading in it. */
export interface LinkPlace {
  readonly path: string;
  readonly heading: string | undefined;
}

/** Frontmatter values that are links. */
const LINK_KEYS: readonly (readonly string[])[] = [
  ['owner', 'evidence'],
  ['escalation', 'documented_in'],
  ['gate', 'business_case', 'link'],
  ['gate', 'business_case', 'evidence'],
  ['gate', 'readiness'],
  ['contested', 'record'],
];

/** Sections whose links are evidence or records. */
const RECORD_KINDS = new Set(['owner', 'gate', 'business-case', 'escalation', 'escalation-log']);
const RECORD_WORDS =
  /\b(?:evidence|records?|documents?|documented|links?|minutes|readiness|business case|assessment)\b/i;

/**
 * The links whose target is worth looking up: evidence, records and documents, in frontmatter and body.
 * Links to the web, mail addresses and folders are not among them.
 */
export function linkedPaths(doc: DecisionRightsDocument): readonly LocalLink[] {
  const found: LocalLink[] = [];
  for (const path of LINK_KEYS) {
    const node = doc.frontmatter.node(...path);
    if (node) fromYaml(doc, node, found);
  }
  for (const { region, prose } of doc.outline.texts)
    if (isRecord(region) || RECORD_WORDS.test(labelOf(prose))) fromProse(prose, found);
  for (const { table, region } of doc.outline.tables)
    for (const row of table.rows)
      row.cells.forEach((cell, i) => {
        const head = table.header.cells[i]?.prose.text ?? '';
        const label = table.header.cells.length === 2 ? (row.cells[0]?.prose.text ?? '') : '';
        if (isRecord(region) || RECORD_WORDS.test(head) || RECORD_WORDS.test(label))
          fromProse(cell.prose, found);
      });
  return found.sort((a, b) => a.span.start - b.span.start);
}

function isRecord(region: Region): boolean {
  return region.kind !== undefined && RECORD_KINDS.has(region.kind);
}

/** What stands before the colon of a labelled text; a sentence that ends in a colon is no label. */
function labelOf(prose: Prose): string {
  const label = /^[^:\n]{1,60}:/.exec(prose.text)?.[0] ?? '';
  return label.split(/\s+/).length <= 4 ? label : '';
}

function fromProse(prose: Prose, found: LocalLink[]): void {
  for (const { url, urlSpan } of prose.links) if (isLocal(url)) found.push({ url, span: urlSpan });
}

/** A scalar that is a path or holds Markdown links; plain words (`Decision log`) lead nowhere and are left alone. */
function fromYaml(doc: DecisionRightsDocument, node: YamlNode, found: LocalLink[]): void {
  if (node.kind === 'list') for (const item of node.items) fromYaml(doc, item, found);
  if (node.kind !== 'scalar' || node.isNull) return;
  const { start, end } = node.inner;
  const raw = doc.text.slice(start, end);
  const links = [...raw.matchAll(/\]\(<?([^()<>\s]{1,500})>?\)/g)];
  for (const match of links) {
    const at = start + match.index + match[0].indexOf(match[1] ?? '', 2);
    if (isLocal(match[1] ?? ''))
      found.push({ url: match[1] ?? '', span: { start: at, end: at + (match[1] ?? '').length } });
  }
  const url = node.text.trim();
  if (links.length === 0 && looksLikePath(url) && isLocal(url)) found.push({ url, span: node.inner });
}

function looksLikePath(text: string): boolean {
  return !/\s/.test(text) && /^#.|\.[A-Za-z][A-Za-z0-9]{0,5}(?:#.*)?$/.test(text);
}

/** Whether a URL leads to a file: no scheme, no host, no folder. */
export function isLocal(url: string): boolean {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') || url.includes('\\')) return false;
  if (path === '') return url.startsWith('#') && url.length > 1;
  return !path.endsWith('/');
}

/**
 * The file and heading a link in the file `from` leads to. A path that begins with `/` starts at the workspace
 * root. Undefined for links that are not local or leave the workspace: those are never looked up.
 */
export function resolveLink(from: string, url: string): LinkPlace | undefined {
  if (!isLocal(url)) return undefined;
  const [before = '', ...after] = url.split('#');
  const heading = after.length > 0 && after[0] !== '' ? decoded(after.join('#')) : undefined;
  const path = decoded(before.split('?', 1)[0] ?? '');
  if (path === '') return { path: from, heading };
  const joined = path.startsWith('/') ? join('', path) : join(folderOf(from), path);
  return joined === undefined || joined === '' ? undefined : { path: joined, heading };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The files a look-up may rest on. */
export interface KnownFiles {
  readonly paths: readonly string[];
  /** Whether a file is there; asked instead of `paths` where it exists. */
  has?(path: string): boolean;
  /** The anchors of a file's headings; undefined when they are not known. */
  anchors(path: string): ReadonlySet<string> | undefined;
}

/** What a link of the file `from` leads to, judged by the files there are. */
export function linkTarget(from: string, url: string, files: KnownFiles): LinkTarget | undefined {
  const place = resolveLink(from, url);
  if (!place) return undefined;
  const { path, heading } = place;
  const known = files.has ? files.has(path) : files.paths.includes(path);
  const isFolder = (): boolean => files.paths.some((other) => other.startsWith(`${path}/`));
  if (!known && !isFolder()) {
    const near = nearestPath(path, files.paths);
    return { file: false, heading: false, ...(near !== undefined && { nearest: written(from, near, url) }) };
  }
  const anchors = heading === undefined ? undefined : files.anchors(path);
  if (anchors === undefined || heading === undefined) return { file: true, heading: true };
  return {
    file: true,
    heading: anchors.has(heading.toLowerCase()) || /^L\d+/.test(heading) || /^user-content-/.test(heading),
  };
}

/** The link to a path as the file `from` writes it, with the heading of the link that is replaced. */
function written(from: string, path: string, old: string): string {
  const relative = relativePath(folderOf(from), path);
  const hash = old.indexOf('#');
  const lead = old.startsWith('./') && !relative.startsWith('.') ? './' : '';
  const encoded = relative.replace(/[%\s()<>#?]/g, (unit) =>
    encodeURIComponent(unit).replace('(', '%28').replace(')', '%29'),
  );
  return lead + encoded + (hash < 0 ? '' : old.slice(hash));
}

/** The file most likely meant: the same name elsewhere, else a name a few letters away in the same folder or nearby. */
function nearestPath(path: string, paths: readonly string[]): string | undefined {
  const name = baseName(path).toLowerCase();
  const limit = Math.max(1, Math.floor(name.replace(/\.[^.]*$/, '').length / 3));
  let best: { path: string; cost: number } | undefined;
  for (const other of paths.length > MAX_PATHS ? paths.slice(0, MAX_PATHS) : paths) {
    const otherName = baseName(other).toLowerCase();
    if (Math.abs(otherName.length - name.length) > limit) continue;
    const slips = otherName === name ? 0 : editDistance(name, otherName);
    if (slips > limit) continue;
    const cost = slips * 100 + (folderOf(other) === folderOf(path) ? 0 : 1 + folderOf(other).length);
    if (best === undefined || cost < best.cost || (cost === best.cost && other < best.path))
      best = { path: other, cost };
  }
  return best?.path;
}

/** Comparing names with more files than this would only cost time. */
const MAX_PATHS = 20_000;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The anchors of a Markdown text's headings, as GitHub makes them; repeated ones get `-1`, `-2` …, and `<a id>` counts. */
export function headingAnchors(source: string | MarkdownText): ReadonlySet<string> {
  const anchors = new Set<string>();
  const markdown = typeof source === 'string' ? new MarkdownText(source) : source;
  for (const section of markdown.sections)
    for (const block of section.blocks) {
      if (block.kind !== 'heading') continue;
      const slug = slugOf(block.prose.text);
      let unique = slug;
      for (let i = 1; anchors.has(unique); i++) unique = `${slug}-${i}`;
      anchors.add(unique);
    }
  for (const match of markdown.text.matchAll(
    /<[a-z][a-z0-9]{0,10}\s[^<>]{0,200}?\b(?:id|name)\s*=\s*["']([^"'<>]{1,200})["']/gi,
  ))
    anchors.add((match[1] ?? '').toLowerCase());
  return anchors;
}

/** A heading's text as GitHub's anchor. */
export function slugOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Looks up the links of a document in a file `from`, reading only the files whose headings matter. */
export async function lookUpLinks(
  doc: DecisionRightsDocument,
  from: string,
  workspace: Workspace,
): Promise<(from: string, url: string) => LinkTarget | undefined> {
  const links = linkedPaths(doc);
  if (links.length === 0) return () => undefined;
  const paths = await workspace.list();
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const { url } of links) {
    const place = resolveLink(from, url);
    if (place?.heading === undefined || anchors.has(place.path) || !/\.(?:md|markdown)$/i.test(place.path))
      continue;
    const text = place.path === from ? doc.text : await workspace.read(place.path);
    if (text !== undefined) anchors.set(place.path, headingAnchors(text));
  }
  const all = new Set(paths).add(from);
  for (const { url } of links) {
    const path = resolveLink(from, url)?.path;
    // What is ignored, or too large to be listed, may be there all the same.
    if (path !== undefined && !all.has(path) && (await workspace.exists?.(path))) all.add(path);
  }
  const files: KnownFiles = {
    paths: [...all],
    anchors: (path) => anchors.get(path),
  };
  const known = new Map<string, LinkTarget | undefined>();
  return (_from, url) => {
    if (!known.has(url)) known.set(url, linkTarget(from, url, files));
    return known.get(url);
  };
}
