import type { Span } from '../text/span.ts';
import type { YamlComment, YamlEntry, YamlMap, YamlNode, YamlProblem } from '../yaml/node.ts';
import { entryOf, nodeAt } from '../yaml/node.ts';

/** The frontmatter block of a document, read once and cached by its text. */
export class Frontmatter {
  constructor(
    /** The whole block with both fences, without the line break after the closing one; undefined when there is none. */
    readonly block: Span | undefined,
    /** The YAML between the fences. */
    readonly content: Span | undefined,
    /** False when the opening `---` has no closing one (then `content` reaches as far as keys were recognised). */
    readonly closed: boolean,
    readonly root: YamlMap | undefined,
    readonly problems: readonly YamlProblem[],
    /** `# decision-rights-disable-line …` and other comments, in order. */
    readonly comments: readonly YamlComment[],
  ) {}

  get present(): boolean {
    return this.block !== undefined;
  }

  /** The node at a path, also when it breaks its type; undefined when absent. */
  node(...path: readonly string[]): YamlNode | undefined {
    return nodeAt(this.root, ...path);
  }

  /** The entry (key and value) at a path of keys. */
  entry(...path: readonly string[]): YamlEntry | undefined {
    const parent = path.length > 1 ? nodeAt(this.root, ...path.slice(0, -1)) : this.root;
    return entryOf(parent, path[path.length - 1] ?? '');
  }

  /** True when the key stands there with a value, valid or not (`key:` alone counts as absent). */
  has(...path: readonly string[]): boolean {
    const node = this.node(...path);
    return node !== undefined && !(node.kind === 'scalar' && node.isNull);
  }

  /** True when the key stands there, or cannot be told not to: see `invalid`. Rules that miss a key ask this. */
  mayHave(...path: readonly string[]): boolean {
    return this.has(...path) || this.invalid(...path);
  }

  /** The trimmed text of a scalar that is valid for its key; undefined otherwise. Rules on invalid values stay silent. */
  text(...path: readonly string[]): string | undefined {
    const node = this.node(...path);
    if (node?.kind !== 'scalar' || node.isNull || this.invalid(...path)) return undefined;
    const text = node.text.trim();
    return text === '' ? undefined : text;
  }

  /** True or false for `true`/`yes`/`on` and `false`/`no`/`off` in any case; undefined otherwise. */
  bool(...path: readonly string[]): boolean | undefined {
    const text = this.text(...path)?.toLowerCase();
    if (text === 'true' || text === 'yes' || text === 'on') return true;
    if (text === 'false' || text === 'no' || text === 'off') return false;
    return undefined;
  }

  /** The texts of a list of scalars, or of one scalar standing for a list of one. */
  texts(...path: readonly string[]): { readonly text: string; readonly span: Span }[] {
    const node = this.node(...path);
    const items = node?.kind === 'list' ? node.items : node ? [node] : [];
    return items.flatMap((item) =>
      item.kind === 'scalar' && !item.isNull && item.text.trim() !== ''
        ? [{ text: item.text.trim(), span: item.inner }]
        : [],
    );
  }

  /**
   * True when the value at the path, a part of it, or a value that holds it is reported by
   * `frontmatter-invalid`, when the whole block cannot be read, or when the key is absent and a misspelt one
   * stands in its place: whoever reads it stays silent, so that one slip is one finding.
   */
  invalid(...path: readonly string[]): boolean {
    return this.problems.some((problem) => {
      if (problem.code === 'unknown-key') return this.#misspells(problem, path);
      if (problem.path.length === 0) return problem.code === 'syntax' || problem.code === 'unclosed';
      return isWithin(problem.path, path);
    });
  }

  #misspells({ path: where, nearest }: YamlProblem, path: readonly string[]): boolean {
    if (!nearest?.unique || nearest.distance > 2) return false;
    const meant = [...where.slice(0, -1), nearest.text];
    return meant.length <= path.length && isWithin(meant, path) && this.node(...meant) === undefined;
  }
}

/** True when one path holds the other. */
function isWithin(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length);
  return shared > 0 && a.slice(0, shared).every((step, i) => step === b[i]);
}
