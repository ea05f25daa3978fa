import { type Checked, type CheckResult, check } from '../core/check.ts';
import type { DecisionRightsDocument } from '../core/document/document.ts';
import { Reading, type Settings } from '../core/document/reading.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** What is known of one state of one document. Each part is worked out when first asked for, and once. */
export interface Analysis {
  readonly doc: DecisionRightsDocument;
  readonly settings: Settings;
  readonly place: DocumentSettings;
  /** What the document says, for features. */
  readonly reading: Reading;
  readonly findings: CheckResult['findings'];
}

interface Kept {
  readonly revision: number;
  readonly place: DocumentSettings;
  readonly ticks: number;
  /** Of other files: see `WorkspaceIndex.stamp`. */
  readonly stamp: number;
  readonly analysis: Analysis | undefined;
}

/** Checks open documents, at most once for each state of text and settings. */
export class Analyzer {
  readonly #kept = new WeakMap<OpenDocument, Kept>();
  readonly #logged = new Set<string>();

  constructor(
    private readonly host: Host,
    private readonly settings: SettingsStore,
    private readonly documents: Documents,
    private readonly workspace: WorkspaceIndex,
    private readonly log: (message: string) => void,
  ) {}

  /** Now, as checks see it. */
  get time(): number {
    return this.host.now();
  }

  /** The analysis of what the document says when the promise resolves; undefined when it is not ours. */
  async of(document: OpenDocument): Promise<Analysis | undefined> {
    const known = this.settings.peek(document.uri);
    return this.now(document, known ?? (await this.settings.load(document.uri)));
  }

  /** The same without waiting, with settings at hand. */
  now(document: OpenDocument, place: DocumentSettings): Analysis | undefined {
    const kept = this.#kept.get(document);
    const { ticks } = this.settings;
    const { revision, uri } = document;
    const same = kept?.revision === revision && kept.ticks === ticks && samePlace(kept.place, place);
    if (same && kept.stamp === this.workspace.stamp(uri)) return kept.analysis;
    const doc = document.ours(place.rules, place.shownPath);
    // What it tells the others first: a file that is not open is known from the disk.
    if (this.documents.get(uri) === document && !same) this.workspace.take(document, doc, place);
    const stamp = this.workspace.stamp(uri);
    const analysis = doc && this.#analyse(doc, place, uri);
    this.#kept.set(document, { revision, place, ticks, stamp, analysis });
    return analysis;
  }

  #analyse(doc: DecisionRightsDocument, place: DocumentSettings, uri: string): Analysis {
    const { config, people } = place.loaded;
    const workspace = this.workspace.factsFor(uri, doc);
    const settings: Settings = { config, people, now: this.host.now(), workspace };
    const checked = (): Checked => check(doc, settings, (rule, error) => this.#ruleFailed(rule, error));
    let result: Checked | undefined;
    let reading: Reading | undefined;
    return {
      doc,
      settings,
      place,
      get reading() {
        reading ??= result?.reading ?? new Reading(doc, settings);
        return reading;
      },
      get findings() {
        result ??= checked();
        return result.findings;
      },
    };
  }

  /** One line a fault, not one a keystroke. */
  #ruleFailed(rule: string, error: unknown): void {
    const message = `Rule ${rule} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    if (this.#logged.has(message) || this.#logged.size > 100) return;
    this.#logged.add(message);
    this.log(message);
  }
}

/** True when a document is checked with the same in both places. */
function samePlace(a: DocumentSettings, b: DocumentSettings): boolean {
  return (
    a === b ||
    (a.loaded === b.loaded &&
      a.shownPath === b.shownPath &&
      a.rules.documents === b.rules.documents &&
      a.rules.excluded === b.rules.excluded)
  );
}
