import { type CheckResult, check } from '../core/check.ts';
import type { DecisionRightsDocument } from '../core/document/document.ts';
import { Reading, type Settings } from '../core/document/reading.ts';
import type { OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';

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
  readonly generation: number;
  readonly analysis: Analysis | undefined;
}

/** Checks open documents, at most once for each state of text and settings. */
export class Analyzer {
  readonly #kept = new WeakMap<OpenDocument, Kept>();
  readonly #logged = new Set<string>();

  constructor(
    private readonly host: Host,
    private readonly settings: SettingsStore,
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
    const { generation } = this.settings;
    if (kept && kept.revision === document.revision && kept.generation === generation) return kept.analysis;
    const doc = document.ours(place.rules, place.shownPath);
    const analysis = doc && this.#analyse(doc, place);
    this.#kept.set(document, { revision: document.revision, generation, analysis });
    return analysis;
  }

  #analyse(doc: DecisionRightsDocument, place: DocumentSettings): Analysis {
    const { config, people } = place.loaded;
    const settings: Settings = { config, people, now: this.host.now(), workspace: undefined };
    const checked = (): CheckResult => check(doc, settings, (rule, error) => this.#ruleFailed(rule, error));
    let result: CheckResult | undefined;
    let reading: Reading | undefined;
    return {
      doc,
      settings,
      place,
      get reading() {
        reading ??= new Reading(doc, settings);
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
