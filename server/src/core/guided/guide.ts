import type { Reading } from '../document/reading.ts';
import type { TextEdit } from '../text/edit.ts';

/** What was answered, by the question's id. */
export type GuideAnswers = Readonly<Record<string, string | undefined>>;

export interface GuideChoice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** One question of a guided command. */
export interface GuideQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly help?: string;
  /** A value to start from. */
  readonly initial?: string;
  /** Where given, one of these is chosen; with `other` any text besides. The first is the one suggested. */
  readonly choices?: readonly GuideChoice[];
  readonly other?: boolean;
  /** What a text has to be; a blank is taken where it says nothing. */
  readonly format?: 'date' | 'moment' | 'required';
}

export interface GuideResult {
  /** Against the text that was read; none when nothing is to be changed. */
  readonly edits: readonly TextEdit[];
  /** What a person should know afterwards, in a sentence or two. */
  readonly note?: string;
}

/** A command that asks a few questions about one document and writes the answers into it. */
export interface Guide {
  /** Why it cannot be run on this document; undefined where it can. */
  refusal?(reading: Reading): string | undefined;
  /** What is to be asked, in order, as far as the answers so far tell. */
  questions(reading: Reading, answers: GuideAnswers): readonly GuideQuestion[];
  edits(reading: Reading, answers: GuideAnswers): GuideResult;
}

export function choice(value: string, label: string, detail?: string): GuideChoice {
  return { value, label, ...(detail !== undefined && { detail }) };
}

/** A question that a yes or a no answers. */
export function yesNo(
  id: string,
  prompt: string,
  yes: string | undefined,
  no: string | undefined,
  help?: string,
): GuideQuestion {
  return {
    id,
    prompt,
    ...(help !== undefined && { help }),
    choices: [
      ...(yes === undefined ? [] : [choice('yes', 'Yes', yes)]),
      ...(no === undefined ? [] : [choice('no', 'No', no)]),
    ],
  };
}

/** An answer on one line; undefined when it is blank. */
export function said(answers: GuideAnswers, id: string): string | undefined {
  const text = answers[id]?.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
