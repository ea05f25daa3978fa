import { check } from '../check.ts';
import { DecisionRightsDocument } from '../document/document.ts';
import { Reading } from '../document/reading.ts';
import { setFrontmatter, type YamlValue } from '../edits/frontmatter-edits.ts';
import type { Finding, Severity } from '../finding.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEdits } from '../text/line-edits.ts';

/** More follow-up changes than any document needs; a limit so that no two fixes can chase each other. */
const MAX_ROUNDS = 12;

/** A document being changed step by step, each step seeing what the ones before it wrote. */
export class Draft {
  readonly #start: Reading;
  #reading: Reading;

  constructor(reading: Reading) {
    this.#start = reading;
    this.#reading = reading;
  }

  get reading(): Reading {
    return this.#reading;
  }

  apply(edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    const { doc, settings } = this.#reading;
    const text = applyEdits(doc.text, edits);
    this.#reading = new Reading(new DecisionRightsDocument(doc.path, text, doc.ownership), settings);
  }

  /** Gives a key of the frontmatter a value. */
  set(path: readonly string[], value: YamlValue): void {
    this.apply(setFrontmatter(this.#reading.doc, path, value));
  }

  /**
   * Applies the first fix of each finding of these rules that was not there at the start: what follows from a
   * change, such as the new owner's right to stop, goes along with it.
   */
  settle(rules: ReadonlySet<string>, severities: readonly Severity[] = ['error', 'warning']): void {
    const before = new Set(this.#findings(this.#start, rules).map(({ message }) => message));
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const [next] = this.#findings(this.#reading, rules)
        .filter(({ message, severity }) => !before.has(message) && severities.includes(severity))
        .flatMap((finding) => finding.fixes().slice(0, 1));
      if (!next) return;
      const { text } = this.#reading.doc;
      this.apply(next.edits);
      if (this.#reading.doc.text === text) return;
    }
  }

  /** All changes against the text at the start, as few as show them. */
  edits(): TextEdit[] {
    const [before, after] = [this.#start.doc.text, this.#reading.doc.text];
    return before === after ? [] : lineEdits(before, after);
  }

  #findings({ doc, settings }: Reading, rules: ReadonlySet<string>): readonly Finding[] {
    return check(doc, settings, () => undefined).findings.filter(({ rule }) => rules.has(rule));
  }
}
