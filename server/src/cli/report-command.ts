import { check } from '../core/check.ts';
import { type LoadedConfig, parentOf } from '../core/config/load.ts';
import { DecisionRightsDocument } from '../core/document/document.ts';
import { ownership } from '../core/document/ours.ts';
import { Reading } from '../core/document/reading.ts';
import { csvReport } from '../core/report/csv.ts';
import { otherEntry, portfolioEntry } from '../core/report/entry.ts';
import { pathUrl } from '../core/report/escape.ts';
import { htmlReport } from '../core/report/html.ts';
import { jsonReport } from '../core/report/json.ts';
import { markdownReport } from '../core/report/md.ts';
import type { Place, PortfolioEntry } from '../core/report/model.ts';
import { type Portfolio, portfolio } from '../core/report/portfolio.ts';
import { configFindings, unreadableFinding } from '../core/rules/document/host-findings.ts';
import { portfolioFindings } from '../core/rules/use-case/portfolio-customer-facing-heavy.ts';
import { parseDate } from '../core/text/dates.ts';
import { LineIndex } from '../core/text/line-index.ts';
import { type Candidate, candidatesOf, ruleFailed, saysBrokenConfig, texts } from './gather.ts';
import type { Host } from './host.ts';
import { choice, type Parsed, parseOptions, UsageError } from './options.ts';
import { absolute, shown, todayOption } from './paths.ts';
import { type FileText, Project } from './project.ts';
import { visible } from './reporters/text.ts';
import { WorkspaceIndex } from './workspace.ts';

const FORMATS = ['html', 'md', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** `report`: the portfolio of all documents and registers under the paths, as a page, Markdown, CSV or JSON. */
export async function reportCommand(args: readonly string[], host: Host): Promise<number> {
  const options = parseOptions(args, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    config: { type: 'string' },
    today: { type: 'string' },
  });
  return new ReportRun(options, host).run();
}

class ReportRun {
  readonly #project: Project;
  readonly #workspace: WorkspaceIndex;
  readonly #now: number;
  readonly #format: Format;
  /** Absolute; undefined for standard output. */
  readonly #output: string | undefined;
  readonly #configs = new Set<LoadedConfig>();

  constructor(
    private readonly options: Parsed,
    private readonly host: Host,
  ) {
    const config = options.value('config');
    const output = options.value('output');
    this.#project = new Project(host, config === undefined ? undefined : absolute(host.cwd, config));
    this.#workspace = new WorkspaceIndex(host, this.#project);
    this.#now = todayOption(options.value('today'), parseDate) ?? host.now();
    this.#output = output === undefined ? undefined : absolute(host.cwd, output);
    this.#format = choice(options, 'format', FORMATS, formatOf(output));
  }

  async run(): Promise<number> {
    const candidates = await candidatesOf(this.options.positionals, this.host, this.#project);
    if (candidates.some(({ path, named }) => named && path === this.#output))
      throw new UsageError('--output names a file that the report is made of.');
    const entries: PortfolioEntry[] = [];
    const started = this.host.now();
    for await (const { candidate, text, done } of texts(candidates, this.host)) {
      const entry = await this.#entry(candidate, text);
      if (entry) entries.push(entry);
      this.#progress(done, candidates.length, started);
    }
    entries.push(...(await this.#configEntries()));
    if (entries.every(({ kind }) => kind === 'other')) this.host.err.write(NOTHING_OURS);
    await this.#write(this.#render(portfolio(entries, this.#now)));
    return saysBrokenConfig(this.host, this.#configs) ? 2 : 0;
  }

  async #entry({ path, named }: Candidate, file: FileText): Promise<PortfolioEntry | undefined> {
    const loaded = await this.#project.configFor(path);
    const rules = this.#project.pathRules(path, loaded, named);
    const name = shown(this.host.cwd, path);
    const owned = ownership(path, file.text ?? '', rules);
    if (!owned) return undefined;
    if (file.text === undefined) return otherEntry(name, [unreadableFinding(file.problem)], () => 1);
    this.#configs.add(loaded);
    const doc = new DecisionRightsDocument(name, file.text, owned);
    const workspace = await this.#workspace.factsFor(doc, path);
    const { config, people } = loaded;
    const settings = { config, people, now: this.#now, workspace };
    const result = check(doc, settings, (rule, error) => ruleFailed(this.host, name, rule, error));
    return portfolioEntry(new Reading(doc, settings), result, lineOf(file.text));
  }

  /** Problems of configuration and people files in use, and what the whole portfolio shows. */
  async #configEntries(): Promise<PortfolioEntry[]> {
    const seen = new Map<string, PortfolioEntry>();
    for (const loaded of this.#configs)
      for (const [index, { path, text, problems }] of loaded.files.entries()) {
        const whole = index === 0 && loaded.config.programmeStartedOn !== undefined;
        const documents = whole ? await this.#workspace.governedBy(loaded) : [];
        const findings = [
          ...configFindings(problems),
          ...(whole ? portfolioFindings(loaded.config, documents, text, this.#now) : []),
        ];
        if (findings.length > 0)
          seen.set(path, otherEntry(shown(this.host.cwd, path), findings, lineOf(text)));
      }
    return [...seen.values()];
  }

  #render(report: Portfolio): string {
    const { cwd } = this.host;
    const folder = this.#output === undefined ? cwd : parentOf(this.#output);
    const link = ({ path, line }: Place): string => pathUrl(shown(folder, absolute(cwd, path)), line);
    switch (this.#format) {
      case 'html':
        return htmlReport(report, { link });
      case 'md':
        return markdownReport(report, link);
      case 'csv':
        return csvReport(report);
      case 'json':
        return jsonReport(report);
    }
  }

  async #write(text: string): Promise<void> {
    const { files, out } = this.host;
    const path = this.#output;
    if (path === undefined) {
      out.write(text);
      return;
    }
    try {
      if ((await files.kind(path)) === undefined) await files.create(path, text);
      else await files.replace(path, text, await files.read(path));
    } catch (error) {
      throw new UsageError(
        `${visible(shown(this.host.cwd, path))} could not be written: ${(error as Error).message}.`,
      );
    }
  }

  #progress(done: number, all: number, started: number): void {
    const { err, now } = this.host;
    // Not for every file: a terminal is slower than reading.
    if (!err.isTerminal || (done < all && done % 32 !== 0) || now() - started < 1_000) return;
    err.write(done === all ? '\r\u001b[K' : `\rRead ${done} of ${all} files`);
  }
}

/** By the name of the output; a page where that says nothing. */
function formatOf(output: string | undefined): Format {
  const extension = /\.(html?|md|markdown|csv|json)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  if (extension === 'md' || extension === 'markdown') return 'md';
  return extension === 'csv' || extension === 'json' ? extension : 'html';
}

function lineOf(text: string): (offset: number) => number {
  const lines = new LineIndex(text);
  return (offset) => lines.positionAt(offset).line + 1;
}

const NOTHING_OURS =
  'No decision-rights document here, so the report is empty. A Markdown file becomes one with "type: decision-rights" in its frontmatter.\n';
