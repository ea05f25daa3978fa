import type * as vscode from 'vscode';

/** Lines of frontmatter looked at; no real document has more before its `type`. */
const HEAD_LINES = 200;

const DECLARES_OUR_TYPE = /\btype["']?\s*:\s*["']?(?:decision-rights|ai-system-register)\b/;
const CLOSES_FRONTMATTER = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * A guess from a Markdown file's name and head whether it is ours, cheap enough for every document a person
 * opens. It only decides whether the server is worth starting; the server decides again, exactly.
 */
export function looksOurs(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  if (/\.decision-rights\.md$/i.test(document.uri.path)) return true;
  if (document.lineCount < 2 || !/^\uFEFF?---[ \t]*$/.test(document.lineAt(0).text)) return false;
  const end = Math.min(document.lineCount, HEAD_LINES);
  for (let line = 1; line < end; line++) {
    const { text } = document.lineAt(line);
    if (DECLARES_OUR_TYPE.test(text)) return true;
    if (CLOSES_FRONTMATTER.test(text)) return false;
  }
  return false;
}
