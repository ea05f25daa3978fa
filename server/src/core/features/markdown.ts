/**
 * Text of a document as Markdown that shows it and does nothing else: no markup, links, images, HTML or
 * addresses made of it, on one line.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&~|$#!]/g, '\\$&')
    .replace(/:\/\//g, ':\\//')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/(\S)@/g, '$1\\@')
    .replace(/^([-+=]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\u200B` : `\\${mark}`));
}

/** Code as inline code, whatever backticks it holds. */
export function inlineCode(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  let fence = '`';
  while (line.includes(fence)) fence += '`';
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Our Markdown for clients that show plain text. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6} /gm, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(^|[\s(])[*_]([^*_\n]+)[*_](?=[\s).,;:]|$)/gm, '$1$2')
    .replace(/(?<!\\)`+/g, '')
    .replace(/\\([\\`*_[\]<>&~|$#!/@.+=-])/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
}
