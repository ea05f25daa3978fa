import { otherEntry, portfolioEntry } from '../core/report/entry.ts';
import { htmlReport } from '../core/report/html.ts';
import { markdownReport } from '../core/report/md.ts';
import type { PortfolioEntry } from '../core/report/model.ts';
import { type Portfolio, portfolio } from '../core/report/portfolio.ts';
import { configFindings } from '../core/rules/document/host-findings.ts';
import { portfolioFindings } from '../core/rules/use-case/portfolio-customer-facing-heavy.ts';
import type { Served } from './features.ts';
import { memberPath, openDocument, openMember } from './open-members.ts';
import { pooled } from './pool.ts';
import { Lines } from './position.ts';
import { isUnder, keyOf, partsOf } from './uri.ts';

/** Files read ahead of the one that is checked. */
const AHEAD = 8;

/** Where the portfolio's paths lead. */
export type Uris = Readonly<Record<string, string>>;

export interface PortfolioAnswer {
  readonly portfolio: Portfolio;
  readonly uris: Uris;
  /** True when the reading of a folder was cancelled, so that documents may be missing. */
  readonly partial: boolean;
}

/** What a file was last checked with, and what the portfolio keeps of it. */
interface Kept {
  readonly path: string;
  readonly revision: number | undefined;
  readonly stamp: number;
  readonly ticks: number;
  readonly loaded: unknown;
  readonly entry: PortfolioEntry | undefined;
}

/** The portfolio of the workspace. A file is looked at again only when it or one it depends on has changed. */
export class PortfolioStore {
  #kept = new Map<string, Kept>();

  constructor(private readonly served: Served) {}

  /** `complete` reads what somebody cancelled the reading of: for a person who asks, not for a view that follows. */
  async answer(stopped: () => boolean, complete = false): Promise<PortfolioAnswer> {
    const { workspace, documents, analyzer } = this.served;
    if (complete) workspace.readCancelled();
    await workspace.settled();
    const entries: PortfolioEntry[] = [];
    const uris: Record<string, string> = {};
    const kept = new Map<string, Kept>();
    const take = (key: string, uri: string, one: Kept): void => {
      kept.set(key, one);
      uris[one.path] = uri;
      if (one.entry) entries.push(one.entry);
    };
    await pooled(
      [...workspace.members()],
      async (member) => {
        const key = keyOf(member.uri);
        const uri = documents.get(member.uri)?.uri ?? member.uri;
        take(key, uri, await this.#entry(member.uri, memberPath(member, this.served)));
      },
      stopped,
      AHEAD,
    );
    // Documents of no folder, as when a single file is open.
    for (const document of documents.all()) {
      if (!document.isMarkdown || kept.has(document.key) || document.scheme === 'untitled') continue;
      if (workspace.place(document.uri) || !(await analyzer.of(document))) continue;
      take(document.key, document.uri, await this.#entry(document.uri, document.path));
    }
    if (!stopped()) this.#kept = kept;
    for (const { path, uri, entry } of this.#configurations()) {
      uris[path] = uri;
      entries.push(entry);
    }
    return { portfolio: portfolio(entries, analyzer.time), uris, partial: workspace.isPartial };
  }

  async #entry(uri: string, path: string): Promise<Kept> {
    const { documents, settings, workspace } = this.served;
    const { ticks } = settings;
    const place = await settings.load(uri);
    const before = this.#kept.get(keyOf(uri));
    const revision = documents.get(uri)?.revision;
    if (
      before?.path === path &&
      before.revision === revision &&
      before.ticks === ticks &&
      before.loaded === place.loaded &&
      before.stamp === workspace.stamp(uri)
    )
      return before;
    const open = documents.get(uri);
    const opened = await (open ? openDocument(open, this.served) : openMember(uri, this.served));
    this.served.host.relieve?.();
    const entry = opened && portfolioEntry(opened.reading, opened.result, opened.lineOf, path);
    // Taken afterwards: following the links of the file moves its stamp, and that was waited for.
    return { path, revision, stamp: workspace.stamp(uri), ticks, loaded: place.loaded, entry };
  }

  /** Problems of configurations and people registers, and what all documents together show. */
  #configurations(): { path: string; uri: string; entry: PortfolioEntry }[] {
    const { settings, workspace, client, analyzer } = this.served;
    const found: { path: string; uri: string; entry: PortfolioEntry }[] = [];
    for (const { uri, loaded } of settings.configurations()) {
      const { prefix } = partsOf(uri);
      for (const [index, file] of loaded.files.entries()) {
        const whole = index === 0 && loaded.config.programmeStartedOn !== undefined;
        const documents = whole ? workspace.governedBy(prefix, file.path) : [];
        const findings = [
          ...configFindings(file.problems),
          ...(whole ? portfolioFindings(loaded.config, documents, file.text, analyzer.time) : []),
        ];
        if (findings.length === 0) continue;
        const lines = new Lines(file.text, client.encoding);
        const root = [...workspace.roots].find(
          (one) => one.prefix === prefix && isUnder(one.path, file.path),
        );
        const path = root
          ? memberPath({ root, path: root.relative(prefix, file.path) ?? file.path }, this.served)
          : file.path;
        const entry = otherEntry(path, findings, (offset) => lines.positionAt(offset).line + 1);
        found.push({ path, uri: root?.uriOf(root.relative(prefix, file.path) ?? '') ?? uri, entry });
      }
    }
    return found;
  }
}

/** The portfolio in the form a client asks for: for a page of its own with a nonce, as Markdown, or as data. */
export function rendered(
  { portfolio: report, uris, partial }: PortfolioAnswer,
  format: unknown,
  nonce: unknown,
): unknown {
  if (format === 'html') {
    const options = { data: true, ...(typeof nonce === 'string' && { nonce }) };
    return { html: htmlReport(report, { ...options, link: () => '#' }), uris, partial };
  }
  if (format === 'md')
    return { text: markdownReport(report, ({ path }) => uris[path] ?? path), uris, partial };
  return { portfolio: report, uris, partial };
}
