import type { DecisionRightsDocument } from '../document/document.ts';
import type { Mention } from '../document/mention.ts';
import type { Reading } from '../document/reading.ts';
import { registerOf } from '../document/register.ts';
import { foldPosition, sameName } from '../parties/names.ts';
import type { Party } from '../parties/party.ts';
import type { PeopleRegister, Person } from '../people/register.ts';
import { freeze, type Span, touches } from '../text/span.ts';
import { sameKey } from '../workspace/company.ts';
import { escapeMarkdown } from './markdown.ts';
import { mentionsIn } from './mentions-in.ts';

/** What a name in a document or register stands for. */
export type Subject =
  | { readonly kind: 'person'; readonly person: Person }
  /** Somebody whom no register knows: the name is all there is. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'position'; readonly position: string; readonly person: Person | undefined }
  | { readonly kind: 'initiative'; readonly initiative: string };

/** A name and where it stands. */
export interface Named {
  readonly subject: Subject;
  readonly span: Span;
}

/** What stands at a place of a document or of a production register. */
export function subjectAt(reading: Reading, offset: number): Named | undefined {
  const node = reading.frontmatter.node('initiative');
  const initiative = reading.frontmatter.text('initiative');
  if (node?.kind === 'scalar' && initiative !== undefined && touches(node.inner, offset))
    return { subject: { kind: 'initiative', initiative }, span: node.inner };
  const here = mentionsOf(reading).filter(({ span }) => touches(span, offset));
  // The smallest: a person inside a group, not the group.
  const [mention] = here.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const subject = mention && subjectOf(mention.party, reading.people);
  if (subject) return { subject, span: freeze(nameSpan(reading.doc, mention)) };
  return undefined;
}

/** Every place of a document or register that names the subject, in order, each once. */
export function placesOf(reading: Reading, subject: Subject): Span[] {
  const spans = new Map<number, Span>();
  if (subject.kind === 'initiative') {
    const node = reading.frontmatter.node('initiative');
    const text = reading.frontmatter.text('initiative');
    if (node?.kind === 'scalar' && text !== undefined && sameKey(text) === sameKey(subject.initiative))
      spans.set(node.inner.start, freeze(node.inner));
    if (reading.doc.type === 'ai-system-register')
      for (const { system, systemSpan } of registerOf(reading))
        if (sameKey(system) === sameKey(subject.initiative)) spans.set(systemSpan.start, freeze(systemSpan));
  } else
    for (const mention of mentionsOf(reading)) {
      const found = subjectOf(mention.party, reading.people);
      if (!found || !isSame(found, subject)) continue;
      const span = freeze(nameSpan(reading.doc, mention));
      spans.set(span.start, span);
    }
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** Texts of which a file that names the subject holds one, in lower case; a file without any need not be read further. */
export function tracesOf(subject: Subject): readonly string[] {
  const texts =
    subject.kind === 'initiative'
      ? [subject.initiative]
      : subject.kind === 'name'
        ? [subject.name]
        : subject.kind === 'position'
          ? [subject.position]
          : [subject.person.name, subject.person.id, ...subject.person.aliases, ...subject.person.handles];
  // The longest word: names are broken over lines and written `Last, First`.
  return texts.map(
    (text) =>
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .sort((a, b) => b.length - a.length)[0] ?? '',
  );
}

function mentionsOf(reading: Reading): readonly Mention[] {
  if (reading.doc.type !== 'ai-system-register') return mentionsIn(reading);
  return registerOf(reading).flatMap(({ owner, firstCall }) => [...owner, ...firstCall]);
}

function subjectOf(
  { kind, name, text, title, personId }: Party,
  people: PeopleRegister,
): Subject | undefined {
  const person = personId === undefined ? undefined : people.byId(personId);
  if (kind === 'position') return { kind, position: title ?? text, person };
  if (kind !== 'person') return undefined;
  return person ? { kind, person } : name === undefined ? undefined : { kind: 'name', name };
}

function isSame(a: Subject, b: Subject): boolean {
  if (a.kind === 'person' && b.kind === 'person') return a.person.id === b.person.id;
  if (a.kind === 'name' && b.kind === 'name') return sameName(a.name, b.name);
  return (
    a.kind === 'position' && b.kind === 'position' && foldPosition(a.position) === foldPosition(b.position)
  );
}

/** The bare name within what is said of a person, where it stands as written; else all of it. */
function nameSpan({ text }: DecisionRightsDocument, { party, span }: Mention): Span {
  if (party.name === undefined) return span;
  const at = text.slice(span.start, span.end).indexOf(party.name);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + party.name.length };
}

/** The person or position that stands at a place of the file that holds the register. */
export function subjectInRegister(people: PeopleRegister, offset: number): Named | undefined {
  const person = people.people.find(({ nameSpan }) => touches(nameSpan, offset));
  if (person) return { subject: { kind: 'person', person }, span: person.nameSpan };
  const role = people.roles.find(({ positionSpan }) => touches(positionSpan, offset));
  if (!role) return undefined;
  const { position, positionSpan: span } = role;
  return { subject: { kind: 'position', position, person: people.role(position) }, span };
}

/** Where the register introduces the subject; undefined where it does not. */
export function declarationIn(people: PeopleRegister, subject: Subject): Span | undefined {
  if (subject.kind === 'person') return subject.person.nameSpan;
  if (subject.kind !== 'position') return undefined;
  const role = people.roles.find(({ position }) => foldPosition(position) === foldPosition(subject.position));
  return role?.positionSpan ?? subject.person?.nameSpan;
}

/** Who that is, as the register tells; undefined where it tells nothing. */
export function aboutSubject(people: PeopleRegister, subject: Subject): string | undefined {
  if (subject.kind === 'initiative' || subject.kind === 'name' || !subject.person) return undefined;
  const { name, title, unit, active, leftOn } = subject.person;
  const manager = people.managerOf(subject.person)?.name;
  const lines = [
    `**${escapeMarkdown(name)}**${subject.kind === 'position' ? ` holds the position ${escapeMarkdown(subject.position)}` : ''}`,
    [title, unit].flatMap((part) => (part === undefined ? [] : [escapeMarkdown(part)])).join(' · '),
    manager === undefined ? '' : `Manager: ${escapeMarkdown(manager)}`,
    leftOn !== undefined ? `Left on ${escapeMarkdown(leftOn)}` : active ? '' : 'No longer with the company',
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}
