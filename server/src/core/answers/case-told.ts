import { businessCaseOf } from '../document/business-case.ts';
import type { Reading } from '../document/reading.ts';

/** What is said to justify the money; a question that is still to be answered justifies nothing. */
export function evidenceTold(reading: Reading): string | undefined {
  const text = businessCaseOf(reading).evidence?.value;
  return text === undefined || /\?|\bquestions?:|^(?:does|do|is|are|has|have)\b/i.test(text.trim())
    ? undefined
    : text;
}

/** The words of the section about the business case. */
export function sectionText({ outline }: Reading): string | undefined {
  const texts = outline.texts.filter(({ region }) => region.kind === 'business-case');
  const cells = outline.tables
    .filter(({ region }) => region.kind === 'business-case')
    .flatMap(({ table }) => table.rows.flatMap((row) => row.cells.map(({ prose }) => prose.text)));
  const text = [...texts.map(({ prose }) => prose.text), ...cells].join('\n').slice(0, 20_000);
  return text.trim() === '' ? undefined : text;
}
