import { CATEGORIES, CATEGORY_TITLES } from '../document/decisions.ts';
import { listed } from '../document/subjects.ts';
import { merged } from './doubts.ts';
import type { DecisionAnswer, Doubt, Named, SystemAnswer } from './model.ts';
import type { About } from './question.ts';

/** Everything that is answered, before it is put into words. */
export type Parts = Omit<SystemAnswer, 'answer' | 'answered' | 'doubts'>;

export function titleOfCategory(category: string): string {
  return CATEGORIES.some((one) => one === category)
    ? CATEGORY_TITLES[category as keyof typeof CATEGORY_TITLES]
    : category;
}

/** How a decision is called: the document's words, a category's title for a key of frontmatter. */
export function nameOf({ label, category }: { label: string; category: string | undefined | null }): string {
  return category && label === category ? titleOfCategory(category) : label;
}

/** `Dana Whitfield, VP Claims`. */
export function fullName({ name, title, kind }: Named): string {
  if (kind === 'placeholder') return name === '' ? '[nobody yet]' : name;
  return title === null ? name : `${name}, ${title}`;
}

/** The answer in one line, who it names, and what makes it doubtful. */
export function spoken(
  about: About,
  parts: Parts,
  decision: string | undefined,
): { readonly text: string; readonly who: readonly Named[]; readonly own: readonly Doubt[] } {
  const { title, path, stop, owner, escalation, gate } = parts;
  switch (about) {
    case 'own': {
      const stated = owner.stated ? 'owns' : 'is Accountable for the outcome of';
      return {
        text: sentence(owner.who, stated, title) ?? `Nobody: ${path} names no owner of ${title}.`,
        who: owner.who,
        own: owner.doubts,
      };
    }
    case 'decide':
      return decided(parts, decision);
    case 'escalate': {
      const [running] = escalation.running;
      if (running) {
        const { decidesNow, deadline, state } = running;
        const until = state === 'open' && deadline ? ` until ${moment(deadline)}` : '';
        return {
          text:
            sentence(decidesNow, 'decides', `“${running.question}” now${until}`, ' and ') ??
            `Nobody is named to decide “${running.question}”.`,
          who: decidesNow,
          own: escalation.doubts,
        };
      }
      const limit = escalation.timebox ? ` after ${escalation.timebox.text}` : '';
      return {
        text:
          sentence(escalation.who, 'decides', `a disagreement about ${title}${limit}`) ??
          `Nobody: ${path} does not say who decides a disagreement about ${title}.`,
        who: escalation.who,
        own: escalation.doubts,
      };
    }
    case 'fund':
      return {
        text:
          sentence(
            gate.who,
            'decides',
            `the funding gate of ${title}${gate.decideBy ? ` by ${gate.decideBy.text}` : ''}`,
          ) ?? `Nobody: ${path} does not say who decides the funding gate of ${title}.`,
        who: gate.who,
        own: gate.doubts,
      };
    default:
      return stopped(parts, about, merged(stop.doubts, about === 'all' ? owner.doubts : []));
  }
}

function stopped(
  { stop, title, path, decisions }: Parts,
  about: About,
  own: readonly Doubt[],
): ReturnType<typeof spoken> {
  if (stop.who.length === 0 && about === 'all' && decisions.some(({ who }) => who.length > 0))
    return {
      text: `Nobody may stop ${title}, as far as ${path} says. It names who decides, below.`,
      who: decisions.flatMap(({ who }) => who),
      own,
    };
  const verb =
    stop.from === 'decision'
      ? 'decides about halting'
      : stop.asksOnly
        ? 'may only ask for a stop of'
        : `may ${rightsOf(stop.rights)}`;
  const line = sentence(stop.who, verb, title);
  return { text: line ?? `Nobody: ${path} does not say who may stop ${title}.`, who: stop.who, own };
}

function rightsOf(rights: readonly string[]): string {
  const pause = rights.includes('pause');
  const back = rights.includes('roll-back');
  return pause && back ? 'pause or roll back' : pause ? 'pause' : 'stop';
}

function decided(parts: Parts, decision: string | undefined): ReturnType<typeof spoken> {
  const { decisions, title, path, decisionNames } = parts;
  const who = decisions.flatMap((one) => one.who);
  const own = merged(...decisions.map(({ doubts }) => doubts));
  if (decisions.length === 0) {
    const about = decision === undefined ? 'anything' : `“${decision}”`;
    const others = decisionNames.length > 0 ? ` It has: ${decisionNames.join('; ')}.` : '';
    return { text: `Nobody: ${path} does not say who decides ${about} of ${title}.${others}`, who, own };
  }
  const [only] = decisions;
  if (only && decisions.length === 1) {
    const what = `“${nameOf(only)}” of ${title}`;
    return { text: sentence(only.who, 'decides', what) ?? `Nobody: ${what} has no Accountable.`, who, own };
  }
  // One who decides it all is said in one line; otherwise each with what is theirs.
  const byName = new Map<string, DecisionAnswer[]>();
  for (const one of decisions) {
    const name = one.who.length === 0 ? 'Nobody' : listed(one.who.map(fullName));
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  const lines = [...byName].map(([name, them]) =>
    byName.size === 1
      ? `${name}, decides all ${them.length} decisions of ${title}.`.replace(
          /^([^,]*), decides/,
          '$1 decides',
        )
      : `${name}: ${them.map(nameOf).join('; ')}.`,
  );
  return { text: lines.join(' '), who, own };
}

/** `Dana Whitfield, VP Claims, may pause …`; undefined when nobody is named. */
function sentence(who: readonly Named[], verb: string, what: string, between = ' or '): string | undefined {
  const [first] = who;
  if (!first) return undefined;
  const several = who.length > 1;
  if (who.every(({ kind }) => kind === 'placeholder'))
    return `Nobody yet: “${first.name}” stands where the one who ${verb} ${what} belongs.`;
  const names = capital(who.map(subject).join(between));
  const gone = who.filter(({ active }) => !active).map(({ name }) => name);
  const left = gone.length > 0 ? ` ${listed(gone)} has left the company.` : '';
  const comma = !several && first.title !== null ? ',' : '';
  return `${names}${comma} ${several ? plural(verb) : verb} ${what}.${left}`;
}

/** A party in a sentence: a position or a body takes an article. */
function subject(named: Named): string {
  const text = fullName(named);
  if (named.kind === 'person' || named.kind === 'placeholder') return text;
  return /^(?:the|our|an?|any|its|their)\b/i.test(text) ? text : `the ${text}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plural(verb: string): string {
  return verb
    .replace(/^owns/, 'own')
    .replace(/^decides/, 'decide')
    .replace(/^is /, 'are ');
}

/** `2026-03-04T09:00Z` as people read it. */
export function moment(text: string): string {
  return text.replace('T', ' ').replace(/Z$/, ' UTC');
}
