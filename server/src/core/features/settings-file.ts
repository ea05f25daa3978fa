import { configSchema } from '../config/options.ts';
import { PEOPLE_SCHEMA } from '../people/people-schema.ts';
import type { PeopleRegister } from '../people/register.ts';
import { RULES } from '../rules/index.ts';
import { RULE_GROUPS } from '../rules/rule.ts';
import { dayOf, formatDay } from '../text/dates.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Schema } from '../yaml/schema.ts';
import { completeYaml } from './complete-yaml.ts';
import type { Completion } from './completion.ts';
import type { Hover } from './hover.ts';
import { yamlHoverAt } from './yaml-hover.ts';
import { yamlPlace } from './yaml-place.ts';

/** The two files a company writes beside its documents. */
export type SettingsKind = 'config' | 'people';

function schemaOf(kind: SettingsKind): Schema {
  if (kind === 'people') return PEOPLE_SCHEMA;
  return configSchema({ rules: RULES.map((rule) => rule.id), groups: RULE_GROUPS });
}

/** What the key or value at a place of a settings file means. */
export function settingsHoverAt(kind: SettingsKind, text: string, offset: number): Hover | undefined {
  return yamlHoverAt(parseYaml(text, 0).root, schemaOf(kind), offset);
}

/** What may be written at a place of a settings file. */
export function settingsCompletionsAt(
  kind: SettingsKind,
  text: string,
  offset: number,
  people: PeopleRegister,
  now: number,
): Completion[] {
  const place = yamlPlace(text, { start: 0, end: text.length }, offset);
  if (!place || place.kind === 'comment') return [];
  const context = {
    text,
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    schema: schemaOf(kind),
    today: formatDay(dayOf(now)),
    parties: () =>
      people.people.map(({ name, title }) => ({ text: name, kind: 'person' as const, detail: title ?? '' })),
    durations: () => ['48h', '24h'],
  };
  return completeYaml(context, place);
}
