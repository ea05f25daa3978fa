import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inWorkspace, type Workspace } from '../support/cli.ts';
import { type Browser, launchWhereInstalled, listenTo } from './browser.ts';
import { company } from './company.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs `body` on the report page of a workspace that shows every part of it. */
async function withReport(body: (url: string, workspace: Workspace) => Promise<void>): Promise<void> {
  await inWorkspace(company(), async (workspace) => {
    const { code } = await workspace.run(['report', '--output', 'report.html']);
    assert.equal(code, 0);
    await body(pathToFileURL(`${workspace.folder}/report.html`).href, workspace);
  });
}

describe('the report page in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;

  before(async function () {
    const launched = await launchWhereInstalled();
    if (!launched) return this.skip();
    browser = launched;
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
      const { said, asked } = listenTo(page);
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
