import type { Said } from './mention.ts';
import { once } from './reading.ts';

/** The unit that gets most of the output: frontmatter `benefiting_unit`, else a field of that name. */
export const benefitingUnit = once(({ frontmatter, outline }): Said<string> | undefined => {
  const value = frontmatter.text('benefiting_unit');
  const node = frontmatter.node('benefiting_unit');
  if (value !== undefined && node?.kind === 'scalar')
    return { value, span: node.inner, source: 'frontmatter' };
  const field = outline.fields.find(
    ({ label, value: said }) =>
      said.text !== '' && /^(?:benefit+ing|receiving) (?:business )?unit$/i.test(label),
  );
  return field && { value: field.value.text, span: field.value.span, source: 'field' };
});
