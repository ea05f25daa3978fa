import type { Frontmatter } from '../frontmatter/frontmatter.ts';
import { MarkdownText } from '../markdown/markdown-text.ts';
import { parseAhead } from '../markdown/parse-ahead.ts';
import type { TextEdit } from '../text/edit.ts';
import { withoutForeignKeys } from './foreign-frontmatter.ts';
import type { DocumentType, Ownership } from './ours.ts';
import { type Outline, readOutline } from './outline.ts';

/**
 * One file that is ours: its text, frontmatter and body. Mutable only through `edit`, after which everything
 * read from it must be asked for again; spans taken from the body go on pointing at the same words.
 */
export class DecisionRightsDocument {
  readonly markdown: MarkdownText;
  #outline: Outline | undefined;
  /** Raised by every edit. */
  revision = 0;

  constructor(
    /** Workspace-relative or absolute path with `/`; for messages and relative links, never opened here. */
    readonly path: string,
    text: string,
    readonly ownership: Ownership,
  ) {
    this.markdown = new MarkdownText(text);
  }

  get type(): DocumentType {
    return this.ownership.type;
  }

  /** Ours only because the command line names it: rules that ask for what is lacking stay silent. */
  get namedOnly(): boolean {
    return this.ownership.by === 'command-line';
  }

  get text(): string {
    return this.markdown.text;
  }

  /** The block, without keys where it is another tool's (see `foreign-frontmatter.ts`). */
  get frontmatter(): Frontmatter {
    const { frontmatter } = this.markdown;
    return this.namedOnly ? withoutForeignKeys(frontmatter) : frontmatter;
  }

  get outline(): Outline {
    if (!this.#outline) {
      parseAhead(this.markdown.sections);
      this.#outline = readOutline(this.markdown.sections);
    }
    return this.#outline;
  }

  /** The line end the file uses first; `\n` when it has none. */
  get lineEnd(): string {
    return /\r\n|\n|\r/.exec(this.text)?.[0] ?? '\n';
  }

  edit(edit: TextEdit): void {
    this.markdown.edit(edit);
    this.#outline = undefined;
    this.revision++;
  }
}
