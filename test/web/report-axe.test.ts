import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inWorkspace, type Workspace } from '../support/cli.ts';

/** The little of Playwright that is used here; it is not among the dependencies. */
interface Page {
  goto(url: string): Promise<unknown>;
  emulateMedia(media: { colorScheme?: 'light' | 'dark'; media?: 'print' | 'screen' }): Promise<void>;
  evaluate<T>(body: string): Promise<T>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  on(
    event: 'pageerror' | 'console' | 'request',
    listen: (said: { text?(): string; url?(): string }) => void,
  ): void;
  close(): Promise<void>;
}

interface Browser {
  newPage(options?: { bypassCSP?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function complete(i: number, status: string, owner: string): string {
  return `---
type: decision-rights
initiative: system-${i}
title: System ${i}
status: ${status}
autonomy: ${i % 2 ? 'agentic' : 'advisory'}
use_case_class: back-office
owner: {name: ${owner}, title: VP Claims}
stop_authority: {holder: ${owner}, rights: [pause, roll-back]}
escalation: {parties: [${owner}, CTO], timebox: 48h, tie_breaker: CTO}
gate: {decide_by: 2026-0${(i % 8) + 1}-15, decider: Ines Moreau, decision: pending}
# decision-rights-disable-line metric-missing: measured until May
---

# System ${i}

| Decision | ${owner} | AI Board |
| --- | --- | --- |
| Pilot go/no-go | A | C |
| Production go-live | A | ${i % 3 ? 'I' : 'A'} |
| Change the model | R | A |

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-28 | Which threshold? | ${owner}, CTO | | | |
`;
}

const REGISTER = `---
type: ai-system-register
---

| System | First call | Identified on | Owner | Document |
| --- | --- | --- | --- | --- |
| System 1 | Dana Whitfield | 2026-01-05 | Dana Whitfield | [s](1.md) |
| Shadow bot | | 2026-01-05 | | |
`;

const STATUSES = ['pilot', 'gate', 'production', 'paused', 'retired'];

/** Runs `body` on the report page of a workspace that shows every part of it. */
async function withReport(body: (url: string, workspace: Workspace) => Promise<void>): Promise<void> {
  const files: Record<string, string> = { 'register.md': REGISTER };
  for (let i = 1; i <= 30; i++)
    files[`${i}.md`] = complete(
      i,
      STATUSES[i % 5] ?? 'pilot',
      i % 4 ? 'Dana Whitfield' : `Person Number${'x'.repeat(i)}`,
    );
  await inWorkspace(files, async (workspace) => {
    const { code } = await workspace.run(['report', '--output', 'report.html']);
    assert.equal(code, 0);
    await body(pathToFileURL(`${workspace.folder}/report.html`).href, workspace);
  });
}

describe('the report page in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;

  before(async function () {
    const { installed } = (await import('../../scripts/vscode/install.mjs')) as {
      installed: { playwright: string };
    };
    // Installed by the step before this one, where a browser can be had at all.
    if (!existsSync(installed.playwright)) return this.skip();
    // By address: the script has no types.
    const script = new URL('../../scripts/vscode/code-server.mjs', import.meta.url).href;
    const { launchBrowser } = (await import(script)) as { launchBrowser(): Promise<Browser> };
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 800])
      it(`has no accessibility violation: ${colorScheme}, ${width} px`, () =>
        withReport(async (url) => {
          // axe is injected; the page's own policy is tested below.
          const page = await browser.newPage({ bypassCSP: true });
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          await page.goto(url);
          await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
          await page.evaluate(AXE);
          const found = await page.evaluate<{ id: string; nodes: string[] }[]>(
            `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
              violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + ' ' + failureSummary) })))`,
          );
          assert.deepEqual(found, []);
          const wider = await page.evaluate<number>(
            'document.documentElement.scrollWidth - window.innerWidth',
          );
          assert.ok(wider <= 0, `${wider} px wider than the window`);
          await page.close();
        }));

  it('sorts and filters under its own policy, and asks the network for nothing', () =>
    withReport(async (url) => {
      const page = await browser.newPage();
      const said: string[] = [];
      const asked: string[] = [];
      page.on('pageerror', (error) => void said.push(String(error)));
      page.on('console', (message) => void said.push(message.text?.() ?? ''));
      page.on('request', (request) => void asked.push(request.url?.() ?? ''));
      await page.goto(url);
      assert.equal(await page.textContent('#shown'), '30 of 30 shown');
      await page.fill('#find', 'number');
      assert.equal(await page.textContent('#shown'), '7 of 30 shown');
      await page.fill('#find', '');
      await page.click('#initiatives-table th:nth-child(6) button');
      const weights = await page.evaluate<number[]>(
        '[...document.querySelectorAll("#initiatives-table tbody tr")].map((row) => Number(row.cells[5].dataset.k))',
      );
      assert.deepEqual(
        weights,
        [...weights].sort((a, b) => b - a),
      );
      const sorted = await page.evaluate<string>(
        'document.querySelector("#initiatives-table th:nth-child(6)").getAttribute("aria-sort")',
      );
      assert.equal(sorted, 'descending');
      assert.deepEqual(said, []);
      assert.deepEqual(asked, [url]);
      await page.close();
    }));
});
