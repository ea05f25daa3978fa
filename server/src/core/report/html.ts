import { html } from './escape.ts';
import { clocks, lead, stages, tiles } from './html-overview.ts';
import { exceptions, gaps, initiatives, people, systems } from './html-tables.ts';
import { Page, type PageOptions } from './page.ts';
import { count, type Portfolio } from './portfolio.ts';
import { REPORT_SCRIPT } from './script.ts';
import { sha256Base64 } from './sha256.ts';
import { REPORT_STYLE } from './style.ts';

export type { PageOptions } from './page.ts';

/**
 * The report as one page that needs nothing else: no network, no other file. Whatever the documents say, it is
 * text: escaped here, and no script but the page's own may run (content security policy).
 */
export function htmlReport(report: Portfolio, options: PageOptions = {}): string {
  const { nonce, theme } = options;
  const allowed = (text: string): string =>
    nonce === undefined ? `'sha256-${sha256Base64(text)}'` : `'nonce-${nonce.replace(/[^\w+/=-]/g, '')}'`;
  const policy = `default-src 'none'; style-src ${allowed(REPORT_STYLE)}; script-src ${allowed(REPORT_SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const mark = nonce === undefined ? '' : ` nonce="${html(nonce)}"`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Decision rights portfolio, ${report.today}</title>
<style${mark}>${REPORT_STYLE}</style>
</head>
<body${theme === undefined ? '' : ` class="${theme}"`}>
${htmlBody(report, options)}
<script${mark}>${REPORT_SCRIPT}</script>
</body>
</html>
`;
}

/** The page's `main` alone, for a host that has a page already; see `REPORT_SCRIPT` for how it is replaced. */
export function htmlBody(report: Portfolio, options: PageOptions = {}): string {
  const page = new Page(report, options);
  const { initiatives: active, retired, systems: rows } = report.summary;
  const of = [
    count(active, 'initiative'),
    ...(retired > 0 ? [`${retired} retired`] : []),
    ...(rows > 0 ? [`${count(rows, 'registered system')}`] : []),
  ];
  const head = `<header><h1>Decision rights portfolio</h1><p class="sub">As of ${report.today} · ${of.join(' · ')}</p></header>`;
  if (active + retired + rows === 0 && report.findings.length === 0)
    return `<main>${head}<p>There is no decision-rights document here.</p></main>`;
  const parts: readonly (readonly [string, string, string])[] = [
    ['clocks', 'Decisions with a date', clocks(page)],
    ['stages', 'Stages and kinds', stages(page)],
    ['initiatives', 'Initiatives', initiatives(page)],
    ['people', 'People and decisions', people(page)],
    ['gaps', 'Gaps', gaps(page)],
    ['exceptions', 'Exceptions', exceptions(page)],
    ['systems', 'Systems in triage', systems(page)],
  ];
  const shown = parts.filter(([, , content]) => content !== '');
  const links = shown.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`);
  return `<main>
${head}
${lead(page)}
${tiles(page)}
<nav aria-label="Sections"><ul>${links.join('')}</ul></nav>
${shown.map(([, , content]) => content).join('\n')}
<footer>Every figure comes from the documents themselves: names and numbers lead to the file and line that say so. Retired initiatives count in the stages alone; templates do not count.</footer>
</main>`;
}
