import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { DecisionRightsDocument } from '../core/document/document.ts';
import { ownership, type PathRules } from '../core/document/ours.ts';
import type { TextEdit } from '../core/text/edit.ts';
import { type Encoding, Lines } from './position.ts';
import { isEditable, keyOf, partsOf } from './uri.ts';

/** One document that is open in the client. Its text is the client's; what is on disk does not count. */
export class OpenDocument {
  readonly key: string;
  readonly scheme: string;
  readonly path: string;
  /** Raised by every change; unlike the client's version it only ever grows. */
  revision = 0;
  /** True once edited since it was opened or saved. */
  dirty = false;
  /** True once its file is gone and nobody has typed since: editors may hold such a text for minutes. */
  #gone = false;
  #text: string;
  #lines: Lines | undefined;
  #ours: DecisionRightsDocument | undefined;
  /** What the last look at ownership was made with. */
  #judged: PathRules | undefined;
  #mayChange = true;

  constructor(
    /** As the client writes it; what we send back. */
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
    readonly encoding: Encoding,
  ) {
    this.key = keyOf(uri);
    const { scheme, path } = partsOf(uri);
    this.scheme = scheme;
    this.path = path;
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.#text, this.encoding);
    return this.#lines;
  }

  /** True where a document may be ours, by its language and its scheme. */
  get isMarkdown(): boolean {
    return (
      isEditable(this.scheme) && (this.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(this.path))
    );
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** The file is there, or not. What somebody has typed and not saved outlives it. */
  fileIs(there: boolean): boolean {
    const gone = !there && !this.dirty;
    if (gone === this.#gone) return false;
    this.#gone = gone;
    this.revision++;
    return true;
  }

  /**
   * The document as ours, or undefined when it is an ordinary one. `shownPath` goes into messages. Looks at the
   * frontmatter again only when an edit or the path rules may have changed the answer.
   */
  ours(rules: PathRules, shownPath: string): DecisionRightsDocument | undefined {
    if (!this.isMarkdown || this.#gone) return undefined;
    const same = this.#judged?.documents === rules.documents && this.#judged.excluded === rules.excluded;
    if (same && (!this.#mayChange || this.#stillSaysSo())) return this.#ours;
    this.#judged = rules;
    this.#mayChange = false;
    const owned = ownership(this.path, this.#text, rules);
    const before = this.#ours;
    if (!owned) this.#ours = undefined;
    else if (
      before?.ownership.type !== owned.type ||
      before.ownership.by !== owned.by ||
      before.path !== shownPath
    )
      this.#ours = new DecisionRightsDocument(shownPath, this.#text, owned);
    return this.#ours;
  }

  /** True for a document that is ours by its frontmatter and whose frontmatter, read already, says the same type. */
  #stillSaysSo(): boolean {
    const { ownership: owned, frontmatter } = this.#ours ?? {};
    const type = frontmatter?.node('type');
    const says = owned?.by === 'frontmatter' && type?.kind === 'scalar' && type.text.trim() === owned.type;
    if (says) this.#mayChange = false;
    return says;
  }

  /** Applies the changes of one notification, in order. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if (typeof change.text !== 'string') continue;
      const edit =
        'range' in change && change.range
          ? { span: this.lines.spanOf(change.range), newText: change.text }
          : wholeTextEdit(this.#text, change.text);
      this.#apply(edit);
    }
    this.version = version;
    this.revision++;
    this.dirty = true;
    this.#gone = false;
  }

  #apply(edit: TextEdit): void {
    const { start, end } = edit.span;
    const before = this.#text;
    const ours = this.#ours;
    if (!ours || start <= ours.markdown.bodyStart) this.#mayChange = true;
    if (ours) {
      ours.edit(edit);
      this.#text = ours.text;
    } else this.#text = before.slice(0, start) + edit.newText + before.slice(end);
    this.#lines?.edit({ start, end }, edit.newText.length, this.#text);
  }
}

/** The smallest single edit that turns one text into the other, so that a replaced whole keeps what is equal. */
function wholeTextEdit(before: string, after: string): TextEdit {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}

/** The open documents, whatever way a client spells their URIs. */
export class Documents {
  readonly #byKey = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.#byKey.get(keyOf(uri));
  }

  all(): IterableIterator<OpenDocument> {
    return this.#byKey.values();
  }

  open(document: OpenDocument): void {
    this.#byKey.set(document.key, document);
  }

  close(uri: string): OpenDocument | undefined {
    const key = keyOf(uri);
    const document = this.#byKey.get(key);
    this.#byKey.delete(key);
    return document;
  }
}
