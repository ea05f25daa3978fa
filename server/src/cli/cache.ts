import { createHash } from 'node:crypto';
import type { LoadedConfig } from '../core/config/load.ts';
import type { DecisionRightsDocument } from '../core/document/document.ts';
import { isEscalationLog } from '../core/document/escalation/log-table.ts';
import { escalationLogOf } from '../core/document/escalation-log.ts';
import type { Ownership } from '../core/document/ours.ts';
import { Reading, type Settings } from '../core/document/reading.ts';
import type { Finding, Fix, Related, Severity } from '../core/rules/rule.ts';
import { dayOf } from '../core/text/dates.ts';
import type { WorkspaceFacts } from '../core/workspace/facts.ts';
import { type Asked, stillTrue } from './dependencies.ts';
import type { FileSystem, Host } from './host.ts';
import { absolute } from './paths.ts';
import type { FileResult } from './results.ts';
import { VERSION } from './version.ts';

/** The first line of a cache file. A file that begins otherwise is not ours: never read, never overwritten. */
const MAGIC = 'decision-rights cache 1';

/** What a check of one file gave, without its text. */
type Outcome = Pick<FileResult, 'type' | 'initiative' | 'findings' | 'exceptions'> & {
  readonly silenced: NonNullable<FileResult['silenced']>;
};

interface StoredFinding {
  readonly r: string;
  readonly s: Severity;
  readonly m: string;
  readonly at: readonly [number, number];
  readonly rel?: readonly {
    readonly p?: string;
    readonly at: readonly [number, number];
    readonly m: string;
  }[];
  readonly fix?: readonly Fix[];
}

interface Entry {
  readonly type: FileResult['type'];
  readonly id: string | null;
  readonly found: readonly StoredFinding[];
  readonly silent: readonly (readonly [StoredFinding, string])[];
  readonly exceptions: number;
  /** Addresses of the document's links. */
  readonly links: readonly string[];
  readonly asked: readonly Asked[];
  /** The outcome holds for moments from here (milliseconds since 1970 UTC) … */
  readonly from: number;
  /** … up to this one, when the next clock runs out; null when none does that day. */
  readonly until: number | null;
}

interface Line {
  readonly key: string;
  readonly json: string;
}

/** What a file's findings depend on besides other files. */
export interface Inputs {
  readonly owned: Ownership;
  readonly loaded: LoadedConfig;
  /** What `--rule` says. */
  readonly rules: string;
  readonly bytes: Uint8Array;
  readonly now: number;
}

/**
 * Findings kept from one run to the next, by content: a file is checked again when its text, the configuration, the
 * people, the day, the engine, or an answer that its check got about other files has changed.
 */
export class FindingsCache {
  readonly #lines = new Map<string, Line>();
  readonly #settings = new WeakMap<LoadedConfig, string>();
  #changed = false;

  private constructor(
    private readonly files: FileSystem,
    /** Undefined for a cache that lives in memory alone. */
    private readonly path: string | undefined,
    private readonly engine: string,
  ) {}

  /** A cache for one process, as `--watch` needs it. */
  static inMemory(host: Host): FindingsCache {
    return new FindingsCache(host.files, undefined, engineOf(host));
  }

  /** Reads the cache at its place; an unreadable or damaged one is as good as none. Undefined where there is no place for it. */
  static async open(
    host: Host,
    location: string | undefined,
    root: string,
  ): Promise<FindingsCache | undefined> {
    const path = await placeOf(host, location, root);
    if (path === undefined) return undefined;
    const cache = new FindingsCache(host.files, path, engineOf(host));
    if ((await host.files.kind(path)) !== undefined && !(await cache.#load(path))) {
      host.err.write(`decision-rights: ${path} is no cache of this tool; it is left alone.\n`);
      return undefined;
    }
    return cache;
  }

  async #load(path: string): Promise<boolean> {
    let text: string;
    try {
      text = new TextDecoder().decode(await this.files.read(path));
    } catch {
      return false;
    }
    if (text.trim() === '') return true;
    const [head = '', ...lines] = text.split('\n');
    if (!head.startsWith(MAGIC)) return false;
    // Of another version of the engine: nothing in it counts.
    if (head !== `${MAGIC} ${this.engine}`) return true;
    for (const line of lines) {
      const [name = '', key = '', sum = '', json = ''] = line.split('\t');
      if (json === '' || checksum(`${name}\t${key}\t${json}`) !== sum) continue;
      try {
        this.#lines.set(JSON.parse(name) as string, { key, json });
      } catch {
        // A line that is damaged is a file that is checked again.
      }
    }
    return true;
  }

  /** The key of a file's outcome. */
  keyOf({ owned, loaded, rules, bytes, now }: Inputs): string {
    let settings = this.#settings.get(loaded);
    if (settings === undefined) {
      const texts = loaded.files.map(({ path, text }) => [path, text]);
      settings = JSON.stringify([loaded.folder ?? null, texts]);
      settings = createHash('sha1').update(settings).digest('base64url');
      this.#settings.set(loaded, settings);
    }
    return createHash('sha1')
      .update(JSON.stringify([this.engine, settings, rules, owned.type, owned.by, dayOf(now)]))
      .update(bytes)
      .digest('base64url');
  }

  /** What a file gave when it was checked last; undefined when anything it depends on is another now. */
  async look(
    path: string,
    key: string,
    now: number,
    factsFor: (links: readonly string[]) => Promise<WorkspaceFacts>,
  ): Promise<Outcome | undefined> {
    const line = this.#lines.get(path);
    if (line?.key !== key) return undefined;
    const entry = JSON.parse(line.json) as Entry;
    if (now < entry.from || (entry.until !== null && now >= entry.until)) return undefined;
    if (!stillTrue(entry.asked, await factsFor(entry.links))) return undefined;
    return {
      type: entry.type,
      initiative: entry.id,
      findings: entry.found.map(restored),
      silenced: entry.silent.map(([finding, reason]) => ({ finding: restored(finding), reason })),
      exceptions: entry.exceptions,
    };
  }

  /** Keeps what a file gave. */
  keep(
    path: string,
    key: string,
    doc: DecisionRightsDocument,
    settings: Settings,
    outcome: Outcome,
    links: readonly string[],
    asked: () => readonly Asked[],
  ): void {
    const entry: Entry = {
      type: outcome.type,
      id: outcome.initiative,
      found: outcome.findings.map(stored),
      silent: outcome.silenced.map(({ finding, reason }) => [stored(finding), reason] as const),
      exceptions: outcome.exceptions,
      links,
      asked: asked(),
      ...holdsFor(doc, settings),
    };
    this.#lines.set(path, { key, json: JSON.stringify(entry) });
    this.#changed = true;
  }

  /** Forgets files that a run should have met and did not. */
  forget(gone: (path: string) => boolean): void {
    for (const path of [...this.#lines.keys()])
      if (gone(path)) {
        this.#lines.delete(path);
        this.#changed = true;
      }
  }

  /** Writes the cache if anything in it is new; says why when it cannot. */
  async save(): Promise<string | undefined> {
    if (!this.#changed || this.path === undefined || !this.files.store) return undefined;
    const lines = [...this.#lines].map(([path, { key, json }]) => {
      const name = JSON.stringify(path);
      return `${name}\t${key}\t${checksum(`${name}\t${key}\t${json}`)}\t${json}`;
    });
    try {
      await this.files.store(this.path, `${[`${MAGIC} ${this.engine}`, ...lines].join('\n')}\n`);
    } catch (error) {
      return (error as Error).message;
    }
    this.#changed = false;
    return undefined;
  }
}

function engineOf(host: Host): string {
  return `${VERSION} ${host.build ?? ''}`.trim();
}

/** `--cache-location`: a file, or a folder that exists or ends in `/`; else `node_modules/.cache`, else the system's folder. */
async function placeOf(host: Host, location: string | undefined, root: string): Promise<string | undefined> {
  const { files, cwd } = host;
  const name = `${createHash('sha1').update(cwd).digest('hex').slice(0, 16)}.cache`;
  if (location !== undefined) {
    const path = absolute(cwd, location);
    const folder = /[/\\]$/.test(location) || (await files.kind(path)) === 'folder';
    return folder ? `${path}/${name}` : path;
  }
  for (let at = cwd; ; at = at.slice(0, at.lastIndexOf('/'))) {
    if ((await files.kind(`${at}/node_modules`)) === 'folder')
      return `${at}/node_modules/.cache/decision-rights/${name}`;
    if (at === root || !at.includes('/') || !at.startsWith(root)) break;
  }
  return host.cacheFolder === undefined ? undefined : `${host.cacheFolder}/decision-rights/${name}`;
}

/** How long an outcome holds within its day: until the next disagreement runs out of time. */
function holdsFor(doc: DecisionRightsDocument, settings: Settings): Pick<Entry, 'from' | 'until'> {
  const { now } = settings;
  const startOfDay = dayOf(now) * 86_400_000;
  if (!doc.outline.tables.some(({ table }) => isEscalationLog(table)))
    return { from: startOfDay, until: null };
  const deadlines = escalationLogOf(new Reading(doc, settings)).flatMap(({ deadline }) => deadline ?? []);
  const passed = deadlines.filter((deadline) => deadline <= now);
  const ahead = deadlines.filter((deadline) => deadline > now);
  return {
    from: Math.max(startOfDay, ...passed),
    until: ahead.length > 0 ? Math.min(...ahead) : null,
  };
}

function stored({ rule, severity, message, span, related, fixes }: Finding): StoredFinding {
  const offered = fixes();
  return {
    r: rule,
    s: severity,
    m: message,
    at: [span.start, span.end],
    ...(related.length === 0
      ? {}
      : {
          rel: related.map((one) => ({
            ...(one.path === undefined ? {} : { p: one.path }),
            at: [one.span.start, one.span.end] as const,
            m: one.message,
          })),
        }),
    ...(offered.length === 0
      ? {}
      : {
          // Spans may follow their document: only their numbers are kept.
          fix: offered.map(({ title, safety, edits }) => ({
            title,
            safety,
            edits: edits.map(({ span: { start, end }, newText }) => ({ span: { start, end }, newText })),
          })),
        }),
  };
}

function restored({ r, s, m, at, rel, fix }: StoredFinding): Finding {
  return {
    rule: r,
    severity: s,
    message: m,
    span: { start: at[0], end: at[1] },
    related: (rel ?? []).map(
      ({ p, at: [start, end], m: message }): Related => ({
        ...(p === undefined ? {} : { path: p }),
        span: { start, end },
        message,
      }),
    ),
    fixes: () => fix ?? [],
  };
}

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('base64url').slice(0, 12);
}
