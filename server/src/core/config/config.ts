import type { RuleSettings } from './rule-settings.ts';

/** A configuration with every default filled in. */
export interface Config {
  /** Globs of further documents, relative to the configuration's folder. */
  readonly documents: readonly string[];
  /** Globs of files that are never read unless named. */
  readonly exclude: readonly string[];
  /** Number of people; undefined when not said. */
  readonly companySize: number | undefined;
  /** The lowest rank an owner may have. */
  readonly minRank: string;
  /** Whether the head or director of a function may own without a warning. */
  readonly acceptFunctionalLead: boolean;
  /** Longest time-box of a disagreement, in minutes. */
  readonly timeboxMinutes: number;
  /** The same for systems that act by themselves, in minutes. */
  readonly agenticTimeboxMinutes: number;
  /** Days from finding an ownerless system to assigning its owner. */
  readonly triageDays: number;
  readonly maxPages: number;
  readonly wordsPerPage: number;
  /** The position or person who decides when the time-box is over. */
  readonly tieBreaker: string;
  /** Holds for documents that do not say `eu.in_scope`. */
  readonly euInScope: boolean;
  /** `YYYY-MM-DD`. */
  readonly programmeStartedOn: string | undefined;
  /** The company's own decision categories, each with the words by which a table row is recognised. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
  readonly rules: RuleSettings;
}

export const defaultConfig: Config = {
  documents: [],
  exclude: [],
  companySize: undefined,
  minRank: 'vp',
  acceptFunctionalLead: true,
  timeboxMinutes: 48 * 60,
  agenticTimeboxMinutes: 24 * 60,
  triageDays: 30,
  maxPages: 2,
  wordsPerPage: 500,
  tieBreaker: 'cto',
  euInScope: false,
  programmeStartedOn: undefined,
  categories: new Map(),
  rules: new Map(),
};
