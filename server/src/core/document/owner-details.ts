import type { Prose } from '../markdown/prose.ts';
import { findDates } from '../text/dates.ts';
import type { Said } from './mention.ts';
import type { Field, Region } from './outline.ts';
import { ownerDetail, ownerLabel } from './owner-words.ts';
import type { Reading } from './reading.ts';

/** What stands beside the owner's name. */
export interface OwnerDetails {
  /** `owner.title`, `Title:` in the owner's section. */
  readonly title?: Said<string>;
  readonly unit?: Said<string>;
  /** The day of acceptance, or the words that say it. */
  readonly accepted?: Said<string>;
}

/** Title, unit and acceptance as said beside the name: frontmatter first, then the owner's section. */
export function ownerDetails(reading: Reading, inRow: Prose | undefined): OwnerDetails {
  const title =
    scalarAt(reading, 'title') ??
    (inRow
      ? ({ value: inRow.text, span: inRow.span, source: 'table' } as const)
      : detailField(reading, 'title'));
  const unit = scalarAt(reading, 'unit') ?? detailField(reading, 'unit');
  const accepted = scalarAt(reading, 'accepted_on') ?? acceptedInBody(reading);
  return { ...(title ? { title } : {}), ...(unit ? { unit } : {}), ...(accepted ? { accepted } : {}) };
}

function scalarAt({ frontmatter }: Reading, key: string): Said<string> | undefined {
  const value = frontmatter.text('owner', key);
  const node = frontmatter.node('owner', key);
  if (value === undefined || node?.kind !== 'scalar') return undefined;
  return { value, span: node.inner, source: 'frontmatter' };
}

function detailField(reading: Reading, detail: ReturnType<typeof ownerDetail>): Said<string> | undefined {
  const { fields } = reading.outline;
  const field = fields.find(
    ({ label, value, region }) =>
      value.text !== '' &&
      ownerDetail(label) === detail &&
      (region.kind === 'owner' || holdsOwner(region, fields)),
  );
  return field && { value: field.value.text, span: field.value.span, source: 'field' };
}

/** Whether the owner stands in a region of another kind, as in the lines below a title. */
function holdsOwner(region: Region, fields: readonly Field[]): boolean {
  return (
    region.kind === undefined &&
    fields.some((field) => field.region === region && field.value.text !== '' && ownerLabel(field.label) >= 2)
  );
}

const ACCEPTS =
  /\b(?:accept(?:s|ed)?|signed|takes on)\b[^.;]{0,80}\b(?:accountab\w*|ownership|role|outcome|result|responsib\w*|owner)\b|\b(?:accountab\w*|ownership|role) (?:was |is |has been )?(?:formally )?accepted\b|\baccepted (?:by|on|this|it)\b|^accepted[:,]? |\b(?:confirmed|gave) (?:her|his|their|the) acceptance\b|\btook on (?:the|this) (?:accountab\w*|ownership|role|responsib\w*)\b/i;

/** `Accepted on: 2026-01-15`, or a sentence of the owner's section that says so with its date. */
function acceptedInBody(reading: Reading): Said<string> | undefined {
  const field = detailField(reading, 'accepted');
  if (field && !/^(?:no|not yet|pending|tbd|open|\[.*\])\b/i.test(field.value)) return field;
  for (const { prose, region } of reading.outline.texts) {
    if (region.kind !== 'owner' || !/accept|signed|took on/i.test(prose.text)) continue;
    for (const sentence of prose.sentences())
      if (ACCEPTS.test(sentence.text) && findDates(sentence.text).length > 0)
        return { value: sentence.text, span: sentence.span, source: 'prose' };
  }
  return undefined;
}
