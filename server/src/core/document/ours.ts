import { headType } from '../frontmatter/head.ts';

/** The two kinds of file this project reads. */
export type DocumentType = 'decision-rights' | 'ai-system-register';

/** Why a file is ours; `named` alone means: check what it says, not what it lacks. */
export interface Ownership {
  readonly type: DocumentType;
  readonly by: 'frontmatter' | 'name' | 'glob' | 'command-line';
}

/** What decides whether a path counts, apart from the file's own text. */
export interface PathRules {
  /** A glob under `documents:` matches. */
  readonly documents: boolean;
  /** A glob under `exclude:` matches; beats everything but being named. */
  readonly excluded: boolean;
  /** Given by name on the command line. */
  readonly named: boolean;
}

/**
 * Whether a Markdown file is ours, by its frontmatter, its name, the configuration or the command line, in
 * that order; undefined when it is not. `text` may be the head of the file, if it holds all the frontmatter.
 */
export function ownership(path: string, text: string, rules: PathRules): Ownership | undefined {
  if (rules.excluded && !rules.named) return undefined;
  const type = declaredType(text);
  if (type) return { type, by: 'frontmatter' };
  if (/\.decision-rights\.md$/i.test(path)) return { type: 'decision-rights', by: 'name' };
  if (rules.documents) return { type: 'decision-rights', by: 'glob' };
  if (rules.named) return { type: 'decision-rights', by: 'command-line' };
  return undefined;
}

/** The type a file's frontmatter declares; undefined without frontmatter or with another type. */
export function declaredType(text: string): DocumentType | undefined {
  // Cheap look first: almost no Markdown file is ours.
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text) || !/^["']?type["']?[ \t]*:/m.test(text)) return undefined;
  const type = headType(text);
  return type === 'decision-rights' || type === 'ai-system-register' ? type : undefined;
}
