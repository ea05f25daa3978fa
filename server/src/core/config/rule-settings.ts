/** What a configuration may make of a rule. */
export type ConfiguredSeverity = 'off' | 'info' | 'warning' | 'error';

export interface RuleSetting {
  /** Undefined when only options are given: the rule's own severity holds. */
  readonly severity: ConfiguredSeverity | undefined;
  /** The rule's options as written. */
  readonly options: ReadonlyMap<string, string | readonly string[]>;
}

/** By rule id or group. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** The severity configured for a rule; a rule's own setting beats its group's. Undefined: nothing configured. */
export function severityFor(
  settings: RuleSettings,
  id: string,
  group: string,
): ConfiguredSeverity | undefined {
  return settings.get(id)?.severity ?? settings.get(group)?.severity;
}

/** An option of a rule, its own before its group's. */
export function optionFor(
  settings: RuleSettings,
  id: string,
  group: string,
  option: string,
): string | readonly string[] | undefined {
  return settings.get(id)?.options.get(option) ?? settings.get(group)?.options.get(option);
}
