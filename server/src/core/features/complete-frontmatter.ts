import type { Reading } from '../document/reading.ts';
import { FRONTMATTER_SCHEMA } from '../frontmatter/keys.ts';
import { dayOf, formatDay } from '../text/dates.ts';
import { completeDirective } from './complete-directive.ts';
import { completeYaml } from './complete-yaml.ts';
import type { Completion, Findings } from './completion.ts';
import { knownParties } from './mentions-in.ts';
import { yamlPlace } from './yaml-place.ts';

/** Keys, values, people, dates and directives in frontmatter. */
export function completeFrontmatter(reading: Reading, findings: Findings, offset: number): Completion[] {
  const { doc, frontmatter, settings } = reading;
  const place = frontmatter.content && yamlPlace(doc.text, frontmatter.content, offset);
  if (!place) return [];
  if (place.kind === 'comment')
    return completeDirective(reading, findings, place.span, offset, 'frontmatter');
  const { timeboxMinutes, agenticTimeboxMinutes } = settings.config;
  const context = {
    text: doc.text,
    lineEnd: doc.lineEnd,
    schema: FRONTMATTER_SCHEMA,
    today: formatDay(dayOf(settings.now)),
    parties: () => knownParties(reading),
    durations: (key: string) =>
      key === 'timebox' ? [...new Set([timeboxMinutes, agenticTimeboxMinutes].map(hours))] : SHORT,
  };
  return completeYaml(context, place);
}

/** How soon somebody can be reached. */
const SHORT = ['30min', '1h', '4h'];

function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}min`;
}
