import type {
  CancellationToken,
  Connection,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { LoadedConfig } from '../core/config/load.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { pooled } from './pool.ts';
import type { Publisher } from './publisher.ts';
import { resultIdOf } from './result-id.ts';
import type { SettingsStore } from './settings.ts';
import { keyOf } from './uri.ts';
import type { Member, WorkspaceIndex } from './workspace.ts';

/** Reports sent together to a client that takes the answer in parts. */
const BATCH = 100;

/** Files read ahead of the one that is checked. */
const AHEAD = 8;

/** What a closed file was last checked with, and the outcome's name. */
interface Known {
  readonly stamp: number;
  readonly ticks: number;
  readonly loaded: LoadedConfig;
  readonly resultId: string;
}

/**
 * Answers `workspace/diagnostic`: the findings of all our files, open or not. A file is checked again only when it
 * or one it depends on has changed. Some clients ask again as soon as they are answered: one that has heard twice
 * in a row that nothing is new gets its next answer when something is.
 */
export class WorkspaceDiagnostics {
  readonly #known = new Map<string, Known>();
  #idle = 0;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly settings: SettingsStore,
    private readonly workspace: WorkspaceIndex,
    private readonly publisher: Publisher,
  ) {}

  async answer(
    { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), { uri, value }]));
    const send = (items: WorkspaceDocumentDiagnosticReport[]): void =>
      void this.connection.sendNotification('$/progress', { token: partialResultToken, value: { items } });
    await this.workspace.settled();
    for (let polls = 0; ; polls++) {
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const changed = this.workspace.changed();
      let news = 0;
      const tell = (report: WorkspaceDocumentDiagnosticReport): void => {
        if (report.kind === 'full') news++;
        // A client that waited knows what has not changed.
        else if (polls > 0) return;
        items.push(report);
        if (partialResultToken !== undefined && items.length >= BATCH) send(items.splice(0));
      };
      await this.#reports(previous, tell, token);
      if (token.isCancellationRequested) return { items: [] };
      this.#idle = news === 0 && previous.size > 0 ? this.#idle + 1 : 0;
      if (this.#idle < 2) {
        if (partialResultToken === undefined) return { items };
        if (items.length > 0) send(items);
        return { items: [] };
      }
      await Promise.race([changed, cancelled(token)]);
      if (token.isCancellationRequested) return { items: [] };
      await this.workspace.settled();
    }
  }

  async #reports(
    previous: ReadonlyMap<string, { uri: string; value: string }>,
    tell: (report: WorkspaceDocumentDiagnosticReport) => void,
    token: CancellationToken,
  ): Promise<void> {
    const members = [...this.workspace.members()];
    const keys = new Set<string>();
    await pooled(
      members,
      async (member) => {
        const key = keyOf(member.uri);
        keys.add(key);
        const open = this.documents.get(member.uri);
        const uri = open?.uri ?? member.uri;
        const version = open?.version ?? null;
        const before = previous.get(key)?.value;
        const resultId = open ? undefined : this.#unchanged(member, key);
        if (resultId !== undefined && resultId === before) {
          tell({ kind: 'unchanged', uri, version, resultId });
          return;
        }
        const made = open ? await this.publisher.openReport(open) : await this.#check(member, key);
        if (made.resultId === before) tell({ kind: 'unchanged', uri, version, resultId: made.resultId });
        else tell({ kind: 'full', uri, version, resultId: made.resultId, items: made.items });
      },
      () => token.isCancellationRequested,
      AHEAD,
    );
    if (token.isCancellationRequested) return;
    for (const [key, { uri, value }] of previous) {
      if (keys.has(key) || value === NOTHING) continue;
      this.#known.delete(key);
      tell({ kind: 'full', uri, version: null, resultId: NOTHING, items: [] });
    }
  }

  /** The name of the last outcome, if a check would come to the same. */
  #unchanged({ uri }: Member, key: string): string | undefined {
    const known = this.#known.get(key);
    const place = this.settings.peek(uri);
    if (!known || known.ticks !== this.settings.ticks || known.loaded !== place?.loaded) return undefined;
    return known.stamp === this.workspace.stamp(uri) ? known.resultId : undefined;
  }

  async #check({ uri }: Member, key: string): Promise<{ items: Diagnostic[]; resultId: string }> {
    const { loaded } = await this.settings.load(uri);
    const { ticks } = this.settings;
    const made = await this.publisher.closedReport(uri);
    this.host.relieve?.();
    // Taken afterwards: following the links of the file moves its stamp, and that was waited for.
    const stamp = this.workspace.stamp(uri);
    const { items, resultId } = made ?? { items: [], resultId: NOTHING };
    this.#known.set(key, { stamp, ticks, loaded, resultId });
    return { items, resultId };
  }
}

/** The name of no findings at all. */
const NOTHING = resultIdOf('[]');

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((done) => {
    if (token.isCancellationRequested) done();
    else token.onCancellationRequested(() => done());
  });
}
