import type { ProseBuilder } from './prose.ts';

/** Adds HTML text to prose: tags dropped, `<br>` as a line end, a few entities resolved. */
export function addWithoutTags(builder: ProseBuilder, html: string, source: number): void {
  for (const match of html.matchAll(
    /<br\s*\/?>|<[^<>]{0,2000}>|&(?:amp|lt|gt|nbsp|quot|#39);|[^<&]+|[<&]/gi,
  )) {
    const token = match[0];
    const at = source + match.index;
    if (/^<br/i.test(token)) builder.add('\n', at, token.length);
    else if (token.length > 1 && token.startsWith('<')) continue;
    else if (token.length > 1 && token.startsWith('&'))
      builder.add(ENTITIES[token.toLowerCase()] ?? ' ', at, token.length);
    else builder.add(token, at);
  }
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
};
