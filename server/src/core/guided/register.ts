import { benefitingUnit } from '../document/benefiting-unit.ts';
import { ownerMention, ownerOf } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import {
  type RegisterColumn,
  type RegisterTable,
  registerOf,
  registerTablesOf,
} from '../document/register.ts';
import { stopAuthorityOf } from '../document/stop-authority.ts';
import { appendRow, cellText } from '../edits/table-edits.ts';
import { dayOf, findDates, formatDay } from '../text/dates.ts';
import type { TextEdit } from '../text/edit.ts';
import { at } from '../text/span.ts';
import { sameKey } from '../workspace/company.ts';
import { resolveLink } from '../workspace/links.ts';
import { folderOf, relativePath } from '../workspace/paths.ts';
import { type GuideAnswers, type GuideQuestion, said } from './guide.ts';
import { anybody, mentionText } from './people-choices.ts';

/** The name of a register that is created: at the root, where people look first. */
export const NEW_REGISTER = 'ai-systems.md';

const HEAD: readonly (readonly [RegisterColumn, string])[] = [
  ['system', 'System'],
  ['unit', 'Unit'],
  ['firstCall', 'First call'],
  ['identifiedOn', 'Identified on'],
  ['owner', 'Owner'],
  ['assignedOn', 'Assigned on'],
  ['document', 'Document'],
];

/** Command "Add to Production Register": what is asked about the system of a document. */
export function registerQuestions(reading: Reading): GuideQuestion[] {
  const owner = ownerMention(reading);
  const { deputy } = stopAuthorityOf(reading);
  const names = [owner, deputy].flatMap((one) => (one ? [mentionText(reading, one)] : []));
  const people = anybody(reading, names);
  return [
    { id: 'system', prompt: 'What is the system called?', initial: titleOf(reading), format: 'required' },
    {
      id: 'unit',
      prompt: 'Which unit uses it?',
      initial: benefitingUnit(reading)?.value ?? ownerOf(reading)?.unit?.value ?? '',
    },
    {
      id: 'first-call',
      prompt: 'Who would be called first if it produced a bad output today?',
      help: 'One person by name.',
      ...(people.length > 0 ? { choices: people, other: true } : { format: 'required' as const }),
    },
    {
      id: 'identified-on',
      prompt: 'Since when is it known to be in use?',
      initial: reading.frontmatter.text('dates', 'go_live_on') ?? today(reading),
      format: 'date',
    },
  ];
}

/** Where a document is in a register already; undefined when it is not. */
export function listedIn(register: Reading, reading: Reading): TextEdit['span'] | undefined {
  const names = [reading.frontmatter.text('initiative'), titleOf(reading)].flatMap((name) =>
    name === undefined || name === '' ? [] : [sameKey(name)],
  );
  const row = registerOf(register).find(
    ({ system, link }) =>
      (link && resolveLink(register.doc.path, link.url)?.path === reading.doc.path) ||
      names.includes(sameKey(system)),
  );
  return row?.systemSpan;
}

/** The edits that add the system to a register; a table where it has none. Paths of both relative to the same root. */
export function addToRegister(
  register: Reading,
  reading: Reading,
  answers: GuideAnswers,
): readonly TextEdit[] {
  const values = rowValues(reading, answers, register.doc.path);
  const table = registerTablesOf(register)
    .filter(({ block }) => !block.html)
    .at(-1);
  if (table) return appendRow(register.doc, table.block, byColumn(table, values));
  const { doc } = register;
  const end = doc.text.trimEnd().length;
  const eol = doc.lineEnd;
  const text = newTable(values).split('\n').join(eol);
  const lead = end === 0 ? '' : `${eol}${eol}`;
  return [{ span: at(end), newText: `${lead}${text}${doc.text.length === end ? eol : ''}` }];
}

/** A register with this one system in it. `\n` line ends. */
export function newRegister(reading: Reading, answers: GuideAnswers, path = NEW_REGISTER): string {
  return [
    '---',
    'type: ai-system-register',
    '---',
    '',
    '# AI systems in production',
    '',
    'Every AI system that does real work, whoever brought it in. The question behind each row: if it produced a bad output today, who would be called first?',
    '',
    newTable(rowValues(reading, answers, path)),
    '',
  ].join('\n');
}

function today({ settings }: Reading): string {
  return formatDay(dayOf(settings.now));
}

function titleOf(reading: Reading): string {
  const { frontmatter, outline } = reading;
  const heading = outline.regions.find((region) => region.heading && region.depth === 1)?.heading;
  return (frontmatter.text('title') ?? heading?.prose.text ?? frontmatter.text('initiative') ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function rowValues(
  reading: Reading,
  answers: GuideAnswers,
  register: string,
): ReadonlyMap<RegisterColumn, string> {
  const owner = ownerOf(reading)?.mentions.length === 1 ? ownerMention(reading) : undefined;
  const accepted = ownerOf(reading)?.accepted?.value ?? '';
  const day = findDates(accepted)[0]?.day;
  const values = new Map<RegisterColumn, string>();
  const put = (column: RegisterColumn, text: string | undefined): void => {
    if (text !== undefined && text !== '') values.set(column, cellText(text));
  };
  put('system', said(answers, 'system') ?? titleOf(reading));
  put('unit', said(answers, 'unit'));
  put('firstCall', said(answers, 'first-call'));
  put('identifiedOn', said(answers, 'identified-on') ?? today(reading));
  if (owner) {
    put('owner', mentionText(reading, owner));
    put('assignedOn', day === undefined ? today(reading) : formatDay(day));
  }
  put('document', link(reading, register));
  return values;
}

function link(reading: Reading, register: string): string {
  const url = relativePath(folderOf(register), reading.doc.path).replace(
    /[\s()<>%#?|]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  const label = reading.frontmatter.text('initiative') ?? titleOf(reading);
  return `[${label.replace(/[[\]\\]/g, '\\$&')}](${url})`;
}

function byColumn(
  table: RegisterTable,
  values: ReadonlyMap<RegisterColumn, string>,
): ReadonlyMap<number, string> {
  const out = new Map<number, string>();
  for (const [column, index] of table.columns) out.set(index, values.get(column) ?? '');
  return out;
}

function newTable(values: ReadonlyMap<RegisterColumn, string>): string {
  const row = HEAD.map(([column]) => values.get(column) ?? '').map((text) =>
    text === '' ? '  |' : ` ${text} |`,
  );
  return [
    `| ${HEAD.map(([, head]) => head).join(' | ')} |`,
    `|${HEAD.map(() => ' --- |').join('')}`,
    `|${row.join('')}`,
  ].join('\n');
}
