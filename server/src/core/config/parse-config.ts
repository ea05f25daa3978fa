import { DEFAULT_RANKS } from '../parties/party.ts';
import { buildRegister } from '../people/parse-people.ts';
import type { PeopleRegister } from '../people/register.ts';
import { parseDate } from '../text/dates.ts';
import { parseDuration } from '../text/duration.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { entryOf, nodeAt, type YamlNode, type YamlProblem, type YamlScalar } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import { checkParsed, clip, inOrder } from '../yaml/validate.ts';
import { type Config, defaultConfig } from './config.ts';
import { configSchema, type KnownRules } from './options.ts';
import type { ConfiguredSeverity, RuleSetting } from './rule-settings.ts';

export interface ParsedConfig {
  /** What could be read, defaults for the rest. */
  readonly config: Config;
  /** The inline register; undefined when `people` is a path, or nothing of a register stands here. */
  readonly people: PeopleRegister | undefined;
  /** The register's path as written, when it stays inside the workspace. */
  readonly peoplePath: { readonly text: string; readonly span: Span } | undefined;
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads a `.decision-rights.yaml`. Never throws. `folderDepth` is how many folders below the workspace root the
 * file lies: that many `..` a path may climb.
 */
export function parseConfig(text: string, known: KnownRules, folderDepth = 0): ParsedConfig {
  const parsed = parseYaml(text, 0);
  const { root } = parsed;
  const problems = checkParsed(parsed, configSchema(known));
  const path = (node: YamlScalar, key: string): boolean => {
    const fault = pathFault(node.text.trim(), folderDepth);
    if (fault !== undefined) problems.push({ code: 'path', span: node.inner, message: fault, path: [key] });
    return fault === undefined;
  };
  const globs = (key: string): string[] =>
    scalars(nodeAt(root, key))
      .filter((node) => path(node, key))
      .map(trimmed);
  const peopleNode = nodeAt(root, 'people');
  const peopleScalar = peopleNode?.kind === 'scalar' ? scalars(peopleNode)[0] : undefined;
  const peoplePath =
    peopleScalar && path(peopleScalar, 'people')
      ? { text: trimmed(peopleScalar), span: peopleScalar.inner }
      : undefined;
  const inline =
    ['bodies', 'roles', 'ranks'].some((key) => entryOf(root, key)) || peopleNode?.kind === 'list';
  const built = inline && peopleScalar === undefined ? buildRegister(root) : undefined;
  if (built) problems.push(...built.problems);
  const minRank = readMinRank(
    root,
    built?.register.ranks ?? DEFAULT_RANKS,
    peoplePath !== undefined,
    problems,
  );
  const read = new OptionReader(root);
  const config: Config = {
    documents: globs('documents'),
    exclude: globs('exclude'),
    companySize: read.number('company_size', 1),
    minRank: minRank ?? defaultConfig.minRank,
    acceptFunctionalLead: read.bool('accept_functional_lead') ?? defaultConfig.acceptFunctionalLead,
    timeboxMinutes: read.minutes('timebox') ?? defaultConfig.timeboxMinutes,
    agenticTimeboxMinutes: read.minutes('agentic_timebox') ?? defaultConfig.agenticTimeboxMinutes,
    triageDays: read.number('triage_days', 1) ?? defaultConfig.triageDays,
    maxPages: read.number('max_pages', 1) ?? defaultConfig.maxPages,
    wordsPerPage: read.number('words_per_page', 50) ?? defaultConfig.wordsPerPage,
    tieBreaker: read.text('tie_breaker') ?? defaultConfig.tieBreaker,
    euInScope: read.bool('eu_in_scope') ?? defaultConfig.euInScope,
    programmeStartedOn: read.date('programme_started_on'),
    categories: readCategories(nodeAt(root, 'categories')),
    rules: readRules(nodeAt(root, 'rules'), known),
  };
  return { config, people: built?.register, peoplePath, problems: inOrder(problems) };
}

/** Why a path must not be followed; undefined when it may. Backslashes count as separators: Windows reads them so. */
function pathFault(path: string, folderDepth: number): string | undefined {
  const shown = `\`${clip(path)}\``;
  const steps = path.split(/[\\/]/);
  if (/^(?:[\\/~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path) || path.includes('\0'))
    return `${shown} is not a path inside the workspace. Write it relative to the folder of this file.`;
  let depth = folderDepth;
  for (const step of steps) {
    if (step === '..') depth--;
    else if (step !== '.' && step !== '') depth++;
    if (depth < 0)
      return `${shown} leaves the workspace. Keep it inside, relative to the folder of this file.`;
  }
  return undefined;
}

class OptionReader {
  readonly #root: YamlNode | undefined;

  constructor(root: YamlNode | undefined) {
    this.#root = root;
  }

  text(key: string): string | undefined {
    const node = nodeAt(this.#root, key);
    return node?.kind === 'scalar' ? trimmed(node) || undefined : undefined;
  }

  bool(key: string): boolean | undefined {
    const text = this.text(key)?.toLowerCase() ?? '';
    if (['true', 'yes', 'on'].includes(text)) return true;
    return ['false', 'no', 'off'].includes(text) ? false : undefined;
  }

  number(key: string, least: number): number | undefined {
    const text = this.text(key) ?? '';
    return /^\+?\d+(?:\.\d+)?$/.test(text) && Number(text) >= least ? Number(text) : undefined;
  }

  minutes(key: string): number | undefined {
    const minutes = parseDuration(this.text(key) ?? '')?.minutes;
    return minutes !== undefined && minutes > 0 ? minutes : undefined;
  }

  date(key: string): string | undefined {
    const text = this.text(key);
    return text !== undefined && parseDate(text) !== undefined ? text : undefined;
  }
}

/** The ranks of a register file are not known here, so with one any rank passes. */
function readMinRank(
  root: YamlNode | undefined,
  ranks: readonly string[],
  elsewhere: boolean,
  problems: YamlProblem[],
): string | undefined {
  const node = scalars(nodeAt(root, 'min_rank'))[0];
  if (node === undefined || nodeAt(root, 'min_rank')?.kind !== 'scalar') return undefined;
  const text = trimmed(node).toLowerCase();
  const rank = ranks.find((known) => known.toLowerCase() === text);
  if (rank !== undefined || elsewhere) return rank ?? trimmed(node);
  const found = nearest(text, ranks);
  const advice = found ? `Did you mean \`${found.text}\`?` : `Known are ${ranks.join(', ')}.`;
  problems.push({
    code: 'enum',
    span: node.inner,
    message: `\`${clip(node.text)}\` is not one of the ranks. ${advice}`,
    path: ['min_rank'],
    ...(found && { nearest: { ...found, span: node.inner } }),
  });
  return undefined;
}

function readCategories(node: YamlNode | undefined): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (node?.kind !== 'map') return found;
  for (const { key, value } of node.entries)
    found.set(key, scalars(value.kind === 'map' ? nodeAt(value, 'words') : value).map(trimmed));
  return found;
}

function readRules(node: YamlNode | undefined, known: KnownRules): Map<string, RuleSetting> {
  const found = new Map<string, RuleSetting>();
  if (node?.kind !== 'map') return found;
  const names = new Set([...known.rules, ...known.groups]);
  for (const { key, value } of node.entries) {
    if (!names.has(key)) continue;
    const options = new Map<string, string | readonly string[]>();
    if (value.kind === 'map')
      for (const { key: option, value: setting } of value.entries) {
        if (option === 'severity') continue;
        if (setting.kind === 'scalar') options.set(option, trimmed(setting));
        else if (setting.kind === 'list') options.set(option, scalars(setting).map(trimmed));
      }
    const written = value.kind === 'map' ? nodeAt(value, 'severity') : value;
    const severity = written?.kind === 'scalar' ? toSeverity(trimmed(written)) : undefined;
    if (severity !== undefined || options.size > 0) found.set(key, { severity, options });
  }
  return found;
}

function toSeverity(text: string): ConfiguredSeverity | undefined {
  return text === 'off' || text === 'info' || text === 'warning' || text === 'error' ? text : undefined;
}

function scalars(node: YamlNode | undefined): YamlScalar[] {
  const all = node?.kind === 'list' ? node.items : node ? [node] : [];
  return all.flatMap((item) => (item.kind === 'scalar' && item.text.trim() !== '' ? [item] : []));
}

function trimmed(node: YamlScalar): string {
  return node.text.trim();
}
