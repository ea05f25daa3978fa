import type { Prose } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
import { once } from './reading.ts';

/** Who holds AI capability and accountability, as the document says it. */
export interface OperatingModel {
  /** `distributed`, `coe` or `hybrid`; undefined when not said, or not valid. */
  readonly type: string | undefined;
  /** The value that says the type, else the key. */
  readonly span: Span;
}

/** The declared operating model; undefined when frontmatter has none. */
export const operatingModelOf = once(({ frontmatter }): OperatingModel | undefined => {
  const entry = frontmatter.entry('operating_model');
  if (!entry || !frontmatter.has('operating_model')) return undefined;
  const short = entry.value.kind === 'scalar';
  const type = short ? frontmatter.text('operating_model') : frontmatter.text('operating_model', 'type');
  const node = short ? entry.value : frontmatter.node('operating_model', 'type');
  return { type, span: node?.span ?? entry.keySpan };
});

/** True when the document declares the use case cross-functional. */
export const isCrossFunctional = once(
  ({ frontmatter }) => frontmatter.bool('operating_model', 'cross_functional') === true,
);

/** What the operating-model section says, paragraph by paragraph. */
export const modelTexts = once(({ outline }): readonly Prose[] =>
  outline.texts.filter(({ region }) => region.kind === 'operating-model').map(({ prose }) => prose),
);
