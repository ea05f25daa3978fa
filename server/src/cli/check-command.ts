import { check } from '../core/check.ts';
import type { Config } from '../core/config/config.ts';
import type { LoadedConfig } from '../core/config/load.ts';
import type { RuleSetting } from '../core/config/rule-settings.ts';
import { DecisionRightsDocument } from '../core/document/document.ts';
import { ownership } from '../core/document/ours.ts';
import type { Settings } from '../core/document/reading.ts';
import { fixText, safeFix } from '../core/fix.ts';
import { configFindings, unreadableFinding } from '../core/rules/document/host-findings.ts';
import type { Finding } from '../core/rules/rule.ts';
import { portfolioFindings } from '../core/rules/use-case/portfolio-customer-facing-heavy.ts';
import { parseDate } from '../core/text/dates.ts';
import { linkedPaths } from '../core/workspace/links.ts';
import { FindingsCache } from './cache.ts';
import { maxWarnings, ruleOverrides } from './check-options.ts';
import { recording } from './dependencies.ts';
import { unifiedDiff } from './diff.ts';
import { type Candidate, candidatesOf, ruleFailed, saysBrokenConfig, texts } from './gather.ts';
import type { Host } from './host.ts';
import { choice, type Parsed, parseOptions, UsageError } from './options.ts';
import { absolute, shown, todayOption } from './paths.ts';
import { decode, type FileText, Project } from './project.ts';
import { FORMATS, type Format, rendered } from './reporters/rendered.ts';
import { visible } from './reporters/text.ts';
import { type FileResult, inPathOrder, summarise } from './results.ts';
import { watchAndRun } from './watch.ts';
import { WorkspaceIndex } from './workspace.ts';

/** `check` and `fix`: reports findings, and with `--fix` applies the safe fixes first. */
export async function checkCommand(
  args: readonly string[],
  host: Host,
  fixByDefault: boolean,
): Promise<number> {
  const options = parseOptions(args, {
    format: { type: 'string' },
    fix: { type: 'boolean', default: fixByDefault },
    'dry-run': { type: 'boolean' },
    config: { type: 'string' },
    today: { type: 'string' },
    'max-warnings': { type: 'string' },
    quiet: { type: 'boolean' },
    rule: { type: 'string', multiple: true },
    summary: { type: 'boolean' },
    'stdin-filename': { type: 'string' },
    cache: { type: 'boolean' },
    'cache-location': { type: 'string' },
    watch: { type: 'boolean' },
  });
  if (!options.flag('watch')) return new CheckRun(options, host).run();
  if (options.positionals.includes('-')) throw new UsageError('--watch cannot watch standard input.');
  // What is wrong with the options is told once, before anything is watched.
  const folders = await new CheckRun(options, host).roots();
  const cache = FindingsCache.inMemory(host);
  return watchAndRun(host, folders, (quiet) => new CheckRun(options, quiet, cache).run());
}

class CheckRun {
  readonly #project: Project;
  readonly #workspace: WorkspaceIndex;
  readonly #format: Format;
  readonly #now: number;
  readonly #maxWarnings: number;
  readonly #rules: ReadonlyMap<string, 'off' | 'info' | 'warning' | 'error'>;
  readonly #texts = new Map<string, string>();
  readonly #configs = new Set<LoadedConfig>();

  /** Folders that were looked through: what the cache has of them and was not met is gone. */
  readonly #walked: string[] = [];
  #cache: FindingsCache | undefined;

  constructor(
    private readonly options: Parsed,
    private readonly host: Host,
    cache?: FindingsCache,
  ) {
    this.#cache = cache;
    const config = options.value('config');
    this.#project = new Project(host, config === undefined ? undefined : absolute(host.cwd, config));
    this.#workspace = new WorkspaceIndex(host, this.#project);
    this.#format = choice(options, 'format', FORMATS, 'text');
    this.#now = todayOption(options.value('today'), parseDate) ?? host.now();
    this.#maxWarnings = maxWarnings(options.value('max-warnings'));
    this.#rules = ruleOverrides(options.values('rule'));
    if (options.flag('dry-run') && !options.flag('fix')) throw new UsageError('--dry-run goes with fix.');
  }

  /** The workspaces of the paths: what is in them may change the findings. */
  async roots(): Promise<readonly string[]> {
    const { options, host } = this;
    const paths = options.positionals.length === 0 ? ['.'] : options.positionals;
    const roots = new Set<string>();
    for (const given of paths) {
      const path = absolute(host.cwd, given);
      const kind = await host.files.kind(path);
      if (kind === undefined) throw new UsageError(`There is no file or folder ${visible(given)}.`);
      roots.add(await this.#project.rootOf(path, kind === 'folder'));
    }
    return [...roots];
  }

  async run(): Promise<number> {
    const { host, options } = this;
    const candidates = await candidatesOf(options.positionals, host, this.#project, {
      stdinName: options.value('stdin-filename') ?? '<stdin>',
      walked: (folder) => this.#walked.push(shown(host.cwd, folder)),
    });
    if (this.options.flag('cache') && !this.#cache)
      this.#cache = await FindingsCache.open(
        this.host,
        this.options.value('cache-location'),
        await this.#project.rootOf(this.host.cwd, true),
      );
    const results: FileResult[] = [];
    for await (const { candidate, text } of texts(candidates, host)) {
      const result = await this.#check(candidate, text);
      if (result) results.push(result);
    }
    await this.#saveCache(results);
    results.push(...(await this.#configResults()));
    await this.#readRelated(results);
    return this.#report(inPathOrder(results));
  }

  async #check(candidate: Candidate, file: FileText): Promise<FileResult | undefined> {
    const loaded = await this.#project.configFor(candidate.path);
    const rules = this.#project.pathRules(candidate.path, loaded, candidate.named);
    const path = shown(this.host.cwd, candidate.path);
    if (file.text === undefined) {
      // Nobody can tell whether an unreadable file in a folder is ours, unless its name says so.
      if (!ownership(candidate.path, '', rules)) return undefined;
      const findings = [unreadableFinding(file.problem)];
      return { path, type: 'decision-rights', initiative: null, text: '', findings, exceptions: 0 };
    }
    const owned = ownership(candidate.path, file.text, rules);
    if (!owned) return undefined;
    this.#configs.add(loaded);
    const key = this.#cache?.keyOf({
      owned,
      loaded,
      rules: this.options.values('rule').join(' '),
      bytes: file.bytes,
      now: this.#now,
    });
    const kept = await this.#kept(candidate.path, path, key);
    if (kept) {
      this.#texts.set(path, file.text);
      return { ...kept, path, text: file.text };
    }
    let doc = new DecisionRightsDocument(path, file.text, owned);
    let settings = await this.#settings(candidate.path, doc, loaded);
    if (this.options.flag('fix')) doc = await this.#fix(candidate, file.bytes, doc, settings);
    this.#texts.set(path, doc.text);
    const asked = this.#cache && settings.workspace ? recording(settings.workspace) : undefined;
    if (asked) settings = { ...settings, workspace: asked.facts };
    let failed = false;
    const { findings, exceptions } = check(doc, settings, (rule, error) => {
      failed = true;
      ruleFailed(this.host, path, rule, error);
    });
    const outcome = {
      type: doc.type,
      initiative: doc.frontmatter.text('initiative') ?? null,
      findings,
      exceptions: exceptions.length,
      silenced: exceptions.map(({ finding, directive }) => ({ finding, reason: directive.reason })),
    };
    if (key !== undefined && !failed && doc.text === file.text) {
      const links = linkedPaths(doc).map(({ url }) => url);
      this.#cache?.keep(path, key, doc, settings, outcome, links, () => asked?.asked() ?? []);
    }
    return { ...outcome, path, text: doc.text };
  }

  /** What the cache knows of a file; a safe fix has to be made anew. */
  async #kept(file: string, path: string, key: string | undefined) {
    if (key === undefined) return undefined;
    const kept = await this.#cache?.look(path, key, this.#now, (links) =>
      this.#workspace.factsForLinks(links, file),
    );
    const fixable = kept?.findings.some((finding) => safeFix(finding) !== undefined);
    return fixable && this.options.flag('fix') ? undefined : kept;
  }

  async #saveCache(results: readonly FileResult[]): Promise<void> {
    if (!this.#cache) return;
    const met = new Set(results.map(({ path }) => path));
    const walked = this.#walked.map((folder) => (folder === '.' ? '' : `${folder}/`));
    this.#cache.forget((path) => !met.has(path) && walked.some((folder) => inside(path, folder)));
    const why = await this.#cache.save();
    if (why !== undefined)
      this.host.err.write(`decision-rights: the cache could not be written: ${visible(why)}\n`);
  }

  async #settings(
    absolutePath: string,
    doc: DecisionRightsDocument,
    loaded: LoadedConfig,
  ): Promise<Settings> {
    const config = this.#withRules(loaded);
    const workspace = await this.#workspace.factsFor(doc, absolutePath);
    return { config, people: loaded.people, now: this.#now, workspace };
  }

  /** The configuration with what `--rule` says on top. */
  #withRules({ config }: LoadedConfig): Config {
    if (this.#rules.size === 0) return config;
    const given = [...this.#rules].map(([id, severity]): [string, RuleSetting] => [
      id,
      { severity, options: config.rules.get(id)?.options ?? new Map() },
    ]);
    return { ...config, rules: new Map([...config.rules, ...given]) };
  }

  async #fix(
    candidate: Candidate,
    bytes: Uint8Array,
    doc: DecisionRightsDocument,
    settings: Settings,
  ): Promise<DecisionRightsDocument> {
    const { text } = fixText(doc, settings, (rule, error) => ruleFailed(this.host, doc.path, rule, error));
    if (text === doc.text) return doc;
    if (this.options.flag('dry-run')) {
      this.host.out.write(unifiedDiff(doc.path, doc.text, text));
      return doc;
    }
    // Standard input cannot be written back: its fixed text is what the run reports on.
    if (candidate.text === undefined) {
      try {
        await this.host.files.replace(candidate.path, text, bytes);
      } catch (error) {
        throw new UsageError(`${doc.path} could not be written: ${(error as Error).message}.`);
      }
    }
    return new DecisionRightsDocument(doc.path, text, doc.ownership);
  }

  /** Problems of configuration and register files in use, each file once, and what the whole portfolio shows. */
  async #configResults(): Promise<FileResult[]> {
    const seen = new Map<string, FileResult>();
    for (const loaded of this.#configs) {
      const portfolio = await this.#portfolio(loaded);
      for (const [index, { path, text, problems }] of loaded.files.entries()) {
        const findings = [...configFindings(problems), ...(index === 0 ? portfolio : [])];
        if (findings.length === 0) continue;
        const name = shown(this.host.cwd, path);
        this.#texts.set(name, text);
        seen.set(path, {
          path: name,
          type: 'configuration',
          initiative: null,
          text,
          findings,
          exceptions: 0,
        });
      }
    }
    return [...seen.values()];
  }

  async #portfolio(loaded: LoadedConfig): Promise<Finding[]> {
    const [file] = loaded.files;
    if (!file || loaded.config.programmeStartedOn === undefined) return [];
    const documents = await this.#workspace.governedBy(loaded);
    return portfolioFindings(this.#withRules(loaded), documents, file.text, this.#now);
  }

  /** Reads the files that findings point at and that were not checked: their lines are wanted for the report. */
  async #readRelated(results: readonly FileResult[]): Promise<void> {
    const wanted = new Set(
      results.flatMap(({ findings }) =>
        findings.flatMap(({ related }) => related.flatMap(({ path }) => path ?? [])),
      ),
    );
    for (const path of wanted) {
      if (this.#texts.has(path)) continue;
      try {
        const { text } = decode(await this.host.files.read(absolute(this.host.cwd, path)));
        if (text !== undefined) this.#texts.set(path, text);
      } catch {
        // Gone meanwhile: the place is told by the file that was checked.
      }
    }
  }

  #report(results: readonly FileResult[]): number {
    const { options, host } = this;
    if (results.length === 0) host.err.write(NOTHING_OURS);
    const summary = summarise(results);
    const shownResults = options.flag('quiet')
      ? results.map((result) => ({ ...result, findings: result.findings.filter(isError) }))
      : results;
    if (options.flag('dry-run')) {
      // The diff is the output.
    } else
      host.out.write(
        rendered(this.#format, {
          results: shownResults,
          summary,
          textOf: (path) => this.#texts.get(path),
          colour: colours(host),
          countsOnly: options.flag('summary'),
        }),
      );
    if (saysBrokenConfig(host, this.#configs)) return 2;
    if (summary.errors > 0) return 1;
    return summary.warnings > this.#maxWarnings ? 1 : 0;
  }
}

/** True for a path below a folder given with its `/`; everything that does not climb is below the current one. */
function inside(path: string, folder: string): boolean {
  return folder === '' ? !path.startsWith('../') : path.startsWith(folder);
}

const NOTHING_OURS =
  'No decision-rights document here. A Markdown file becomes one with "type: decision-rights" in its frontmatter; start one with "decision-rights new FILE".\n';

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

/** Colour on a terminal unless NO_COLOR says otherwise; FORCE_COLOR turns it on elsewhere. */
export function colours(host: Host): boolean {
  if (host.env['NO_COLOR']) return false;
  return host.env['FORCE_COLOR'] ? host.env['FORCE_COLOR'] !== '0' : host.out.isTerminal;
}
