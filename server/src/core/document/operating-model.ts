import type { Prose } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
import { once, type Reading } from './reading.ts';

/** Who holds AI capability and accountability, as the document says it. */
export interface OperatingModel {
  /** `distributed`, `coe` or `hybrid`; undefined when not said, or not valid. */
  readonly type: string | undefined;
  /** The value that says the type, else the key. */
  readonly span: Span;
  /** Where the type stands: in frontmatter, as a value of its own in the body, or in a sentence. */
  readonly by: 'frontmatter' | 'field' | 'sentence';
}

/**
 * The declared operating model: of frontmatter, else of the body's section about it; undefined when neither speaks
 * of it.
 */
export const operatingModelOf = once((reading): OperatingModel | undefined => {
  const { frontmatter } = reading;
  const entry = frontmatter.entry('operating_model');
  if (!entry || !frontmatter.has('operating_model')) return modelInBody(reading);
  const short = entry.value.kind === 'scalar';
  const type = short ? frontmatter.text('operating_model') : frontmatter.text('operating_model', 'type');
  const node = short ? entry.value : frontmatter.node('operating_model', 'type');
  if (node) return { type, span: node.span, by: 'frontmatter' };
  return modelInBody(reading) ?? { type, span: entry.keySpan, by: 'frontmatter' };
});

const TYPES: readonly (readonly [string, RegExp])[] = [
  ['hybrid', /\bhybrid\b/i],
  ['distributed', /\b(?:distributed|decentrali[sz]ed)\b/i],
  ['coe', /\b(?:coe|cent(?:er|re)s? of excellence|centrali[sz]ed)\b/i],
];
const TYPE = '(?:hybrid|distributed|decentrali[sz]ed|coe|cent(?:er|re) of excellence|centrali[sz]ed)';
const LABEL = /^(?:(?:operating|ownership) model(?: type)?|model|type)$/i;
/** `Hybrid: …`, `The operating model is distributed`, `We work in a hybrid model`: the surest first. */
const SAYS = [
  new RegExp(`^(?:an? |the |our )?${TYPE}(?: (?:operating |ownership )?model)?\\s{0,3}(?:[:.,;–—-]|$)`, 'i'),
  new RegExp(`\\bmodel (?:is|:) ?(?:an? |the |our )?(?:fully |purely )?${TYPE}\\b`, 'i'),
  new RegExp(
    `\\b(?:work|operate|run|use|follow|apply|chose|chosen|adopt|adopted|organi[sz]ed?)s? (?:\\S+ ){0,4}?${TYPE}(?: \\S+)? (?:model|set-?up|structure|organi[sz]ation)\\b`,
    'i',
  ),
];
/** A sentence that weighs, denies or remembers a model declares none. */
const NOT_SAID =
  /\b(?:not|never|no longer|rather than|instead of|unlike|considered|rejected|ruled out|until|formerly|was|were|if|would|could|might)\b/i;

function modelInBody({ outline }: Reading): OperatingModel | undefined {
  for (const { label, value, region } of outline.fields) {
    const about = region.kind === 'operating-model' ? LABEL : /^operating model$/i;
    if (!about.test(label)) continue;
    const found = typeIn(value.text, value);
    if (found && found.at < 5) return { type: found.type, span: found.span, by: 'field' };
  }
  const sentences = outline.texts
    .filter(({ region }) => region.kind === 'operating-model')
    .flatMap(({ prose }) => prose.sentences());
  for (const [index, pattern] of SAYS.entries())
    for (const sentence of sentences) {
      const match = pattern.exec(sentence.text);
      if (!match || (index > 0 && NOT_SAID.test(sentence.text))) continue;
      const found = typeIn(match[0], sentence, match.index);
      if (found) return { type: found.type, span: found.span, by: 'sentence' };
    }
  return undefined;
}

/** The type that `text`, which stands at `from` in `prose`, names first. */
function typeIn(
  text: string,
  prose: Prose,
  from = 0,
): { readonly type: string; readonly span: Span; readonly at: number } | undefined {
  const found = TYPES.flatMap(([type, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ type, at: match.index, length: match[0].length }] : [];
  }).sort((a, b) => a.at - b.at)[0];
  return found && { ...found, span: prose.at(from + found.at, from + found.at + found.length) };
}

/** How many people the capability function has, as written, and where; undefined when no number says it. */
export const teamSizeOf = once(
  ({ frontmatter, outline }): { readonly text: string; readonly span: Span } | undefined => {
    const text = frontmatter.text('operating_model', 'capability_team_size');
    const node = frontmatter.node('operating_model', 'capability_team_size');
    if (text !== undefined && node?.kind === 'scalar') return { text, span: node.inner };
    if (frontmatter.has('operating_model', 'capability_team_size')) return undefined;
    for (const { label, value, region } of outline.fields) {
      if (region.kind !== 'operating-model' || !TEAM_SIZE.test(label)) continue;
      const match = /^\d{1,4}(?= (?:people|persons|fte)\b|$)/i.exec(value.text);
      if (match) return { text: match[0], span: value.at(0, match[0].length) };
    }
    return undefined;
  },
);
const TEAM_SIZE = /^(?:size of (?:the )?)?capability (?:team|function)(?: size)?$|^team size$/i;

/** True when the document declares the use case cross-functional. */
export const isCrossFunctional = once(
  ({ frontmatter }) => frontmatter.bool('operating_model', 'cross_functional') === true,
);

/** What the operating-model section says, paragraph by paragraph. */
export const modelTexts = once(({ outline }): readonly Prose[] =>
  outline.texts.filter(({ region }) => region.kind === 'operating-model').map(({ prose }) => prose),
);
