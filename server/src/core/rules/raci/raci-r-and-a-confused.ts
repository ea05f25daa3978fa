import { perPart } from '../../document/per-part.ts';
import { legendEntries } from '../../document/raci/context.ts';
import { saysAnswersFor, saysDoesTheWork } from '../../document/raci/legend.ts';
import { once } from '../../document/reading.ts';
import type { Prose } from '../../markdown/prose.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual } from './shared.ts';

const START = '---\ntype: decision-rights\n---\n\n';

export const raciRAndAConfused = defineRule({
  id: 'raci-r-and-a-confused',
  group: 'raci',
  severity: 'warning',
  needs: 'said',
  summary: 'Responsible and Accountable are mixed up or used as one word.',
  why:
    'Responsible means doing the work; Accountable means answering for the outcome. ' +
    'A document that turns them round, or writes “Accountable/Responsible” as if they were one, gives its letters to the wrong people. ' +
    'This mix-up is where most unowned results begin. ' +
    'Use the usual meanings in the legend, and the one word you mean in the text.',
  source: [30, 31, 99, 100, 101, 103],
  examples: {
    bad: [
      {
        text: `${START}## RACI\n\nR = Responsible (⟦answers for the outcome⟧), A = Accountable (⟦does the work⟧), C = Consulted, I = Informed\n`,
        note: 'a legend the wrong way round',
      },
      {
        text: `${START}## RACI\n\n| Letter | Name | Meaning |\n| --- | --- | --- |\n| R | Responsible | Does the work |\n| A | Accountable | ⟦Performs the task⟧ |\n| C | Consulted | Is asked |\n| I | Informed | Is told |\n`,
        note: 'a legend table',
      },
      {
        text: `${START}## Decision rights\n\nThe VP Claims is ⟦accountable/responsible⟧ for the rollout.\n`,
        note: 'used as one word',
      },
      {
        named: true,
        text: `## Decision rights\n\n| Decision | ⟦Responsible/Accountable⟧ | Consulted |\n| --- | --- | --- |\n| Choice of vendor | Dana Whitfield | Legal |\n`,
        note: 'one column for both',
      },
      {
        text: `${START}## RACI\n\nR = Responsible (⟦owns the outcome, reports on it every month and speaks for it⟧), A = Accountable (answers for it)\n`,
        note: 'a long explanation',
      },
      {
        text: `${START}## RACI\n\n**R** = ⟦answers for the outcome⟧, **A** = ⟦the person who does the work⟧\n`,
        note: 'letters without their words',
      },
      {
        text: `${START}## RACI\n\nAccountable means ⟦the person who does the work⟧; responsible means ⟦the person who answers for the outcome⟧.\n`,
        note: 'a sentence',
      },
      {
        text: `${START}## RACI\n\nAccountable: ⟦does the work⟧. Responsible: ⟦answers for the result⟧.\n\n“Responsible” are ⟦those who answer for the outcome⟧, “accountable” is ⟦doing the work⟧.\n`,
        note: 'words with a colon, several people, and what they do',
      },
    ],
    good: [
      {
        text: `${START}## RACI\n\nR = Responsible (does the work), A = Accountable (answers for the outcome), C = Consulted, I = Informed\n`,
      },
      {
        text: `${START}## RACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Go-live | Accountable / Responsible | Consulted |\n| Halt | Accountable | Responsible |\n`,
        note: 'a cell that gives one party both parts',
      },
      {
        text: `${START}## RACI\n\nA = Accountable: makes sure the work gets done and answers for it. R = Responsible: does it.\n`,
        note: 'an Accountable who sees to the work',
      },
      {
        text: `${START}## RACI\n\nA/R means that one party is accountable and responsible.\n`,
        note: 'the notation explained',
      },
      {
        text: `${START}## RACI\n\nR = does the work, A = answers for it, A/R = Accountable/Responsible: one party has both parts.\n`,
        note: 'the letters spelled out',
      },
      {
        text: `${START}## RACI\n\nAccountable means the one who answers for the outcome, also where a team does the work. Accountable is whoever sees to it that others do the work. Dana Whitfield is accountable: she does the work, too. Responsible: the person who does the work and answers questions about it.\n`,
        note: 'sentences that have it right, or define nothing',
      },
    ],
  },
  check(reading, report) {
    for (const { span, text, wrong } of confusions(reading)) {
      report({
        span,
        message: MESSAGES[wrong](text),
        fixes: () => fixesFor(wrong, span, text),
      });
    }
  },
});

type Wrong = 'responsible' | 'accountable' | 'both';

interface Confusion {
  readonly wrong: Wrong;
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

const MESSAGES: Readonly<Record<Wrong, (text: string) => string>> = {
  responsible: (text) =>
    `Responsible is explained as “${clip(text)}”, which is what Accountable means. Responsible does the work.`,
  accountable: (text) =>
    `Accountable is explained as “${clip(text)}”, which is what Responsible means. Accountable answers for the outcome.`,
  both: (text) =>
    `“${clip(text)}” makes one word of two. Say “accountable” for answering for the outcome, “responsible” for doing the work.`,
};

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const BOTH = /\b(?:accountable\s?\/\s?responsible|responsible\s?\/\s?accountable)\b/gi;

const confusions = once((reading): readonly Confusion[] => {
  const found: Confusion[] = [];
  for (const { letter, word, meaning, definition } of legendEntries(reading.outline)) {
    if (!definition) continue;
    // Without a word the letter says which part is explained.
    const explained = word === letter ? (PART[word] ?? meaning) : meaning;
    if (explained === 'responsible' && saysAnswersFor(definition.text))
      found.push({ wrong: 'responsible', ...definition });
    if (explained === 'accountable' && saysDoesTheWork(definition.text))
      found.push({ wrong: 'accountable', ...definition });
  }
  for (const { prose } of reading.outline.texts)
    for (const one of explainedIn(prose))
      if (!found.some(({ span }) => span.start === one.span.start)) found.push(one);
  for (const { table } of reading.outline.tables)
    for (const { prose } of table.header.cells) {
      // A column for one party with both parts: nobody can tell who answers and who works.
      if (prose.text.match(BOTH)?.[0] === prose.text)
        found.push({ wrong: 'both', text: prose.text, span: prose.at(0, prose.text.length) });
    }
  for (const { prose } of reading.outline.texts) {
    for (const match of prose.text.matchAll(BOTH)) {
      const before = prose.text.slice(0, match.index).slice(-24);
      // "A/R = Accountable/Responsible" explains the notation.
      if (/(?:A\s?\/\s?R|R\s?\/\s?A|AR|RA)[*_`"” ]*(?:=|:|–|—|-|\(|means|stands for)?\s*["“]?$/.test(before))
        continue;
      found.push({
        wrong: 'both',
        text: match[0],
        span: prose.at(match.index, match.index + match[0].length),
      });
    }
  }
  return found;
});

const PART: Readonly<Record<string, 'responsible' | 'accountable'>> = { R: 'responsible', A: 'accountable' };

/** `Accountable means the person who …`, `Responsible: does …`, as an explanation and not of somebody. */
const MEANS =
  /\b(accountable|responsible)["”’)]?(?:\s?[:=–—(-]|\s(?:means?|is|are|describes?|denotes?|refers to|stands for)\b)\s{0,3}["“]?((?:(?:the|a|an|any|every|all)\s)?(?:person|people|party|parties|ones?|role|individual|those|whoever|who|somebody|someone|being|doing|performing|answering|carrying|owning|having|does|do|performs?|executes?|carries|answers?|owns?)\b[^.;)\n]{0,140})/gi;
/** Words that make another one do the work. */
const OF_OTHERS =
  /\b(?:teams?|others?|makes? sure|sees? (?:to it|that)|checks?|assigns?|whose|so that|also where)\b/i;

const explainedIn = perPart((prose: Prose): readonly Confusion[] => {
  const found: Confusion[] = [];
  MEANS.lastIndex = 0;
  for (let match = MEANS.exec(prose.text); match; match = MEANS.exec(prose.text)) {
    // "Dana is accountable: …" says of somebody what they are.
    if (
      /\b(?:is|are|be|am|was|were|been|being|held|remains?|and|or|not)\s$/i.test(
        prose.text.slice(Math.max(0, match.index - 12), match.index),
      )
    )
      continue;
    const [whole, word = '', said = ''] = match;
    const text = said
      .replace(
        /,?\s(?:and\s|while\s|whereas\s)?["“]?(?:responsible|accountable|consulted|informed)\b[\s\S]*$/i,
        '',
      )
      .trimEnd();
    const wrong = word.toLowerCase() === 'responsible' ? 'responsible' : 'accountable';
    const turned =
      wrong === 'responsible' ? saysAnswersFor(text) : saysDoesTheWork(text) && !OF_OTHERS.test(text);
    const from = match.index + whole.length - said.length;
    MEANS.lastIndex = from + text.length;
    if (turned) found.push({ wrong, text, span: prose.at(from, from + text.length) });
  }
  return found;
});

/** The usual meaning in the form of the wrong one: `the person who …`, `those who …`, `doing …`. */
function reworded(text: string, does: string): string {
  const lead = /^[^,;]{0,60}?\bwho(?:ever)?\s/i.exec(text)?.[0] ?? '';
  const [verb = '', ...rest] = does.split(' ');
  const stem = verb === 'does' ? 'do' : 'answer';
  const form =
    lead === '' && /^\p{L}+ing\b/u.test(text)
      ? `${stem}ing`
      : /^(?:those|all|people|the people|the ones|do|answer)\b/i.test(text)
        ? stem
        : verb;
  return `${lead}${[form, ...rest].join(' ')}`;
}

function fixesFor(wrong: Wrong, span: Confusion['span'], text: string): Fix[] {
  const like = (word: string): string =>
    /^\p{Lu}/u.test(text) ? word[0]?.toUpperCase() + word.slice(1) : word;
  const put = (title: string, word: string): Fix => manual(title, [{ span, newText: like(word) }]);
  if (wrong === 'responsible')
    return [put('Explain Responsible as usual: does the work', reworded(text, 'does the work'))];
  if (wrong === 'accountable')
    return [
      put('Explain Accountable as usual: answers for the outcome', reworded(text, 'answers for the outcome')),
    ];
  return [
    put('Say “accountable”: answers for the outcome', 'accountable'),
    put('Say “responsible”: does the work', 'responsible'),
  ];
}
