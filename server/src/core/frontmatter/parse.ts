import type { YamlNode, YamlProblem } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import { checkParsed, inOrder } from '../yaml/validate.ts';
import { type Fences, findFences } from './fences.ts';
import { Frontmatter } from './frontmatter.ts';
import { FREE_KEY_PREFIX, FRONTMATTER_SCHEMA } from './keys.ts';

/** Frontmatter of a document takes one page at most; a block above this length in units is refused. */
const MAX_BLOCK = 500_000;

/** Offset of the first unit of the body: behind the frontmatter, else behind a BOM, else 0. Linear and cheap. */
export function frontmatterEnd(text: string): number {
  return findFences(text)?.bodyStart ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Reads the frontmatter of a Markdown file and checks it against the table of keys. Never throws. */
export function parseFrontmatter(text: string): Frontmatter {
  const fences = findFences(text);
  if (fences === undefined) return new Frontmatter(undefined, undefined, true, undefined, [], []);
  const { block, content, closing } = fences;
  const closed = closing === 'dashes';
  const problems: YamlProblem[] = closed ? [] : [unclosed(fences)];
  if (content.end - content.start > MAX_BLOCK) {
    const message = 'This frontmatter is too large to be read. Move long texts into the document.';
    problems.push({ code: 'syntax', span: fences.opening, message, path: [] });
    return new Frontmatter(block, content, closed, undefined, problems, []);
  }
  const yaml = parseYaml(text.slice(content.start, content.end), content.start);
  const root = yaml.root?.kind === 'map' ? yaml.root : undefined;
  if (root !== undefined || yaml.root === undefined)
    problems.push(...checkParsed(yaml, FRONTMATTER_SCHEMA, { freePrefix: FREE_KEY_PREFIX }));
  else problems.push(...(yaml.problems.length > 0 ? yaml.problems : [noKeys(yaml.root)]));
  return new Frontmatter(block, content, closed, root, inOrder(problems), yaml.comments);
}

function noKeys({ span }: YamlNode): YamlProblem {
  const message =
    'Frontmatter consists of lines like `owner: Dana Whitfield`. Write a key before this value.';
  return { code: 'syntax', span, message, path: [] };
}

function unclosed({ opening, closing, closingSpan, eol }: Fences): YamlProblem {
  if (closing === 'dots')
    return {
      code: 'unclosed',
      span: opening,
      message:
        'This block ends with `...`, which Markdown readers do not take for an end. Close it with `---`.',
      path: [],
      fix: { span: closingSpan, newText: '---' },
    };
  return {
    code: 'unclosed',
    span: opening,
    message: 'The block that begins here is never closed. Add a line `---` below its last key.',
    path: [],
    fix: { span: closingSpan, newText: `${eol}---` },
  };
}
