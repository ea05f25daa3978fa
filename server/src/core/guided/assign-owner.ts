import { benefitingUnit } from '../document/benefiting-unit.ts';
import { ownerOf } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import { appendToRegion } from '../edits/body-edits.ts';
import type { YamlValue } from '../edits/frontmatter-edits.ts';
import { dayOf, formatDay, parseDate } from '../text/dates.ts';
import { Draft } from './draft.ts';
import { choice, type Guide, type GuideAnswers, said } from './guide.ts';
import { bareName, ownerChoices, titleBehind, unitChoices } from './people-choices.ts';

/**
 * What a new owner brings along: the rows and rights that go with the seat, and the acceptance only the former
 * owner could give. The fixes of these rules say how.
 */
const CONSEQUENCES: ReadonlySet<string> = new Set([
  'raci-accountable-not-owner',
  'raci-conflicting-sources',
  'stop-authority-engineering',
  'stop-authority-not-owner',
]);

/** From the gate on, an owner without the three duties is an error: then they are written down, too. */
const DUTIES: ReadonlySet<string> = new Set(['owner-duties-incomplete']);

/** Command "Assign Owner": which unit gets most of the output, and who leads it. A role that exists, never a new post. */
export const assignOwner: Guide = {
  questions(reading, answers) {
    const unit = said(answers, 'unit');
    const owner = said(answers, 'owner');
    const units = unitChoices(reading);
    const people = ownerChoices(reading, unit ?? benefitingUnit(reading)?.value);
    return [
      {
        id: 'unit',
        prompt: 'Which unit gets most of the output?',
        help: 'Its senior leader is the natural owner.',
        ...(units.length > 0 ? { choices: units, other: true } : { format: 'required' as const }),
      },
      {
        id: 'owner',
        prompt: unit === undefined ? 'Who leads that unit?' : `Who leads ${unit}?`,
        help: 'One person by name. The role exists already: nobody is hired for it.',
        ...(people.length > 0
          ? { choices: people, other: true }
          : { format: 'required' as const, initial: '' }),
      },
      ...(owner !== undefined && titleFor(reading, owner) === undefined
        ? [
            {
              id: 'title',
              prompt: `What is ${bareName(owner)}’s title?`,
              help: 'Such as VP Claims Operations.',
            },
          ]
        : []),
      {
        id: 'accepted',
        prompt: `Has ${owner === undefined ? 'the owner' : bareName(owner)} accepted?`,
        help: 'Only the owner can: an assignment without a yes is a name on paper.',
        choices: [
          choice('yes', 'Yes', `The document says that it was accepted today, ${today(reading)}.`),
          choice('no', 'Not yet', 'The document goes on asking for the day of the acceptance.'),
        ],
      },
    ];
  },

  edits(reading, answers) {
    const owner = said(answers, 'owner');
    if (owner === undefined) return { edits: [] };
    const draft = new Draft(reading);
    const unit = said(answers, 'unit');
    if (unit !== undefined) writeUnit(draft, unit);
    writeOwner(draft, reading, owner, answers);
    draft.settle(CONSEQUENCES);
    draft.settle(DUTIES, ['error']);
    const name = bareName(owner);
    const accepted = said(answers, 'accepted') === 'yes';
    return {
      edits: draft.edits(),
      note: accepted
        ? `${name} is the owner. Check that the stop right and the decisions stand in that name, too.`
        : `${name} is named as owner. Ask for a yes, and write down its day.`,
    };
  },
};

function today({ settings }: Reading): string {
  return formatDay(dayOf(settings.now));
}

/** The title given with the name, else the register's. */
function titleFor({ people }: Reading, owner: string): string | undefined {
  return titleBehind(owner) ?? people.find(bareName(owner))?.title;
}

function writeUnit(draft: Draft, unit: string): void {
  const { reading } = draft;
  const present = benefitingUnit(reading);
  if (present?.value === unit) return;
  if (present && present.source !== 'frontmatter') draft.apply([{ span: present.span, newText: unit }]);
  else draft.set(['benefiting_unit'], unit);
}

/** Where the owner stands already, there; else in frontmatter. What only the former owner could say goes with them. */
function writeOwner(draft: Draft, before: Reading, owner: string, answers: GuideAnswers): void {
  const name = bareName(owner);
  const title = titleFor(before, owner) ?? said(answers, 'title');
  const unit = before.people.find(name)?.unit ?? said(answers, 'unit');
  const accepted = said(answers, 'accepted') === 'yes' ? today(before) : undefined;
  const { reading } = draft;
  const present = ownerOf(reading);
  const text = title === undefined ? name : `${name}, ${title}`;
  if (!present || present.from === 'outcome' || present.source === 'frontmatter' || inFrontmatter(reading)) {
    const value: Record<string, YamlValue> = {
      name,
      ...(title !== undefined && { title }),
      ...(unit !== undefined && { unit }),
      ...(accepted !== undefined && { accepted_on: accepted }),
    };
    draft.set(['owner'], value);
    return;
  }
  const { start, end } = present.span;
  const bare = start === end && /[^\s|]/.test(reading.doc.text[start - 1] ?? ' ');
  const cell = present.source === 'table' ? text.replaceAll('|', '\\|') : text;
  draft.apply([{ span: present.span, newText: `${bare ? ' ' : ''}${cell}` }]);
  acceptInBody(draft, accepted);
}

function inFrontmatter({ frontmatter }: Reading): boolean {
  return frontmatter.entry('owner') !== undefined;
}

/** The day of the acceptance where the body says it or will say it. */
function acceptInBody(draft: Draft, accepted: string | undefined): void {
  const { reading } = draft;
  const owner = ownerOf(reading);
  const said = owner?.accepted;
  if (said && said.source !== 'frontmatter') {
    const date = /\d{4}-\d{2}-\d{2}/.exec(said.value)?.[0];
    if (accepted !== undefined && date !== undefined && parseDate(date) !== undefined) {
      const at = reading.doc.text.indexOf(date, said.span.start);
      if (at >= 0 && at < said.span.end)
        draft.apply([{ span: { start: at, end: at + date.length }, newText: accepted }]);
    }
    return;
  }
  if (accepted === undefined || !owner?.region) return;
  draft.apply(appendToRegion(reading.doc, owner.region, `- Accepted on: ${accepted}`));
}
