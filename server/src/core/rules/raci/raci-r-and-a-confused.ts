import { legendEntries } from '../../document/raci/context.ts';
import { saysAnswersFor, saysDoesTheWork } from '../../document/raci/legend.ts';
import { once } from '../../document/reading.ts';
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
  for (const { meaning, definition } of legendEntries(reading.outline)) {
    if (!definition) continue;
    if (meaning === 'responsible' && saysAnswersFor(definition.text))
      found.push({ wrong: 'responsible', ...definition });
    if (meaning === 'accountable' && saysDoesTheWork(definition.text))
      found.push({ wrong: 'accountable', ...definition });
  }
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

function fixesFor(wrong: Wrong, span: Confusion['span'], text: string): Fix[] {
  const like = (word: string): string =>
    /^\p{Lu}/u.test(text) ? word[0]?.toUpperCase() + word.slice(1) : word;
  const put = (title: string, word: string): Fix => manual(title, [{ span, newText: like(word) }]);
  if (wrong === 'responsible') return [put('Explain Responsible as usual: does the work', 'does the work')];
  if (wrong === 'accountable')
    return [put('Explain Accountable as usual: answers for the outcome', 'answers for the outcome')];
  return [
    put('Say “accountable”: answers for the outcome', 'accountable'),
    put('Say “responsible”: does the work', 'responsible'),
  ];
}
