import assert from 'node:assert/strict';
import { LspClient } from '../support/lsp-client.ts';
import { type Browser, launchWhereInstalled, listenTo, type Page } from './browser.ts';
import { company, complete } from './company.ts';

/** What VS Code gives a webview, kept over a reload as VS Code keeps it. */
const VSCODE = `window.acquireVsCodeApi = () => ({
  getState: () => (window.name ? JSON.parse(window.name) : undefined),
  setState: (state) => { window.name = JSON.stringify(state); },
  postMessage: (message) => { (window.posted = window.posted || []).push(message); },
});`;

/** What a reader set, and where they are. */
interface Seen {
  readonly find: string;
  readonly status: string;
  readonly errors: boolean;
  readonly shown: string;
  readonly sort: string | null;
  readonly open: string[];
  readonly focus: string;
  readonly cursor: number;
}

const SEEN = `({
  find: document.querySelector('#find').value,
  status: document.querySelector('#status').value,
  errors: document.querySelector('#errors').checked,
  shown: document.querySelector('#shown').textContent,
  sort: document.querySelector('#initiatives-table th:nth-child(4)').getAttribute('aria-sort'),
  open: [...document.querySelectorAll('details[open]')].map((fold) => fold.dataset.fold),
  focus: document.activeElement.id,
  cursor: document.querySelector('#find').selectionStart,
})`;

const topOf = (selector: string): string =>
  `Math.round(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top)`;

describe('the portfolio page in a webview', function () {
  this.timeout(120_000);
  let browser: Browser;
  let client: LspClient;

  before(async function () {
    const launched = await launchWhereInstalled();
    if (!launched) return this.skip();
    browser = launched;
  });

  after(() => browser?.close());

  let page: Page;
  let said: string[];
  let asked: string[];

  beforeEach(async () => {
    client = new LspClient();
    for (const [name, text] of Object.entries(company())) client.write(name, text);
    await client.initialize();
    page = await browser.newPage();
    ({ said, asked } = listenTo(page));
    await page.setViewportSize({ width: 900, height: 700 });
    await page.addInitScript(VSCODE);
    const url = client.write('page.html', await report());
    await page.goto(url);
  });

  afterEach(async () => {
    await page?.close();
    client?.dispose();
  });

  /** The page as the server makes it for VS Code, now. */
  async function report(): Promise<string> {
    const { html } = await client.request<{ html: string }>('workspace/executeCommand', {
      command: 'decisionRights.report',
      arguments: [{ format: 'html', nonce: 'abc123' }],
    });
    return html;
  }

  /** A 31st initiative, at a gate. */
  async function oneMore(): Promise<void> {
    const { uri } = client.open('extra.md', complete(31, 'gate', 'Lena Roth'));
    await client.diagnostics(uri);
  }

  /** Sends the page of now, as VS Code does, and waits until the page has taken it. */
  async function refresh(): Promise<void> {
    await page.evaluate('(document.querySelector("main").dataset.old = "yes", undefined)');
    await page.evaluate(
      `window.postMessage(${JSON.stringify({ type: 'decisionRights.report', html: await report() })}, '*')`,
    );
    await page.waitForFunction('document.querySelector("main").dataset.old === undefined');
  }

  /** Everything a reader can set. */
  async function use(): Promise<Seen> {
    await page.click('#initiatives-table th:nth-child(4) button');
    await page.click('#initiatives-table th:nth-child(4) button');
    await page.selectOption('#status', 'gate');
    await page.click('#errors');
    await page.click('[data-fold="stages"]>summary');
    await page.click('[data-fold="stage Back-office"]>summary');
    await page.click('#initiatives-table [data-fold="gaps 6.md"]>summary');
    await page.click('[data-fold^="rule "]>summary');
    await page.fill('#find', 'system dana');
    await page.evaluate('document.querySelector("#find").setSelectionRange(6, 6)');
    const seen = await page.evaluate<Seen>(SEEN);
    assert.equal(seen.open.length, 4);
    assert.equal(seen.sort, 'descending');
    assert.match(seen.shown, /^[1-9] of 30 shown$/);
    assert.equal(seen.focus, 'find');
    return seen;
  }

  it('keeps filter, order, folds, place and keyboard when documents change above and in what is read', async () => {
    const before = await use();
    await page.evaluate('document.querySelector("#initiatives").scrollIntoView()');
    await page.evaluate('window.scrollBy(0, 40)');
    const top = await page.evaluate<number>(topOf('#initiatives'));
    const scrolled = await page.evaluate<number>('window.scrollY');
    assert.ok(scrolled > 300, `scrolled by ${scrolled}`);
    await page.evaluate('document.querySelector(".scroll:has(#initiatives-table)").scrollLeft = 60');

    // Its gate appears among the dates, above the initiatives.
    await oneMore();
    const six = client.open('6.md', company()['6.md'] ?? '');
    six.replace('title: System 6', 'title: System six');
    await refresh();

    const after = await page.evaluate<Seen>(SEEN);
    assert.deepEqual(after, { ...before, shown: before.shown.replace('of 30', 'of 31') });
    assert.ok(await page.evaluate<boolean>('document.body.textContent.includes("System six")'));
    assert.equal(await page.evaluate<number>(topOf('#initiatives')), top);
    assert.notEqual(await page.evaluate<number>('window.scrollY'), scrolled, 'what is above has grown');
    assert.equal(
      await page.evaluate<number>('document.querySelector(".scroll:has(#initiatives-table)").scrollLeft'),
      60,
    );
    // The new table is the one that filters and sorts.
    await page.fill('#find', 'six');
    assert.equal(await page.textContent('#shown'), '1 of 31 shown');
    assert.deepEqual(said, []);
  });

  it('keeps them when VS Code makes the page anew, as it does with one that was hidden', async () => {
    const before = await use();
    await page.evaluate(
      '(window.ended = false, document.addEventListener("scrollend", () => { window.ended = true; }), document.querySelector("#people").scrollIntoView())',
    );
    await page.waitForFunction('window.ended');
    const top = await page.evaluate<number>(topOf('#people'));
    await page.reload();
    const after = await page.evaluate<Seen>(SEEN);
    assert.deepEqual(after, { ...before, focus: '', cursor: after.cursor });
    assert.equal(await page.evaluate<number>(topOf('#people')), top);
    assert.deepEqual(said, []);
  });

  it('keeps a fold that was opened in the same turn as the new page came, and one that was closed', async () => {
    await page.click('[data-fold="stages"]>summary');
    await oneMore();
    const html = await report();
    await page.evaluate(`(() => {
      document.querySelector('[data-fold="stages"]').open = false;
      document.querySelector('[data-fold^="rule "]').open = true;
      window.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify({ type: 'decisionRights.report', html })} }));
    })()`);
    const { open, shown } = await page.evaluate<Seen>(SEEN);
    assert.equal(open.length, 1);
    assert.match(open[0] ?? '', /^rule /);
    assert.equal(shown, '31 of 31 shown');
  });

  it('lets what grows grow downwards from the heading at the top, also with the next one in sight', async () => {
    await page.setViewportSize({ width: 900, height: 2600 });
    await page.fill('#find', 'system-6');
    await page.click('#initiatives-table [data-fold="gaps 6.md"]>summary');
    await page.evaluate('document.querySelector("#initiatives").scrollIntoView()');
    await page.evaluate('window.scrollBy(0, 40)');
    const [top, next] = await page.evaluate<[number, number]>(
      `[${topOf('#initiatives')}, ${topOf('#people')}]`,
    );
    assert.ok(next > 0 && next < 1300, `the next heading is at ${next} px, in the upper half`);
    client.open('7.md', company()['7.md'] ?? '').replace('initiative: system-7', 'initiative: system-6b');
    await refresh();
    const [topThen, nextThen] = await page.evaluate<[number, number]>(
      `[${topOf('#initiatives')}, ${topOf('#people')}]`,
    );
    assert.ok(nextThen > next, `the table grows by ${nextThen - next} px`);
    assert.equal(topThen, top);
  });

  it('keeps the link, the fold or the heading that has the keyboard', async () => {
    for (const [i, selector] of [
      'nav a[href="#gaps"]',
      '#initiatives-table [data-fold="gaps 7.md"]>summary',
      '#initiatives-table th:nth-child(3) button',
      '#initiatives-table a[data-path="7.md"]',
      '.scroll:has(#initiatives-table)',
    ].entries()) {
      await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
      const { uri } = client.open(`more${i}.md`, complete(40 + i, 'gate', 'Lena Roth'));
      await client.diagnostics(uri);
      await refresh();
      const same = `document.activeElement === document.querySelector(${JSON.stringify(selector)})`;
      assert.ok(await page.evaluate<boolean>(same), selector);
    }
  });

  it('keeps a stage that nothing is in any more', async () => {
    await page.selectOption('#status', 'retired');
    assert.equal(await page.textContent('#shown'), '6 of 30 shown');
    for (let i = 4; i <= 30; i += 5) {
      const one = client.open(`${i}.md`, company()[`${i}.md`] ?? '');
      one.replace('status: retired', 'status: paused');
    }
    await refresh();
    assert.equal(await page.textContent('#shown'), '0 of 30 shown');
    assert.equal(await page.evaluate<string>('document.querySelector("#status").value'), 'retired');
    await page.selectOption('#status', '');
    assert.equal(await page.textContent('#shown'), '30 of 30 shown');
  });

  it('leaves the page alone while nothing on it changes, so that a selection stays', async () => {
    await page.evaluate('getSelection().selectAllChildren(document.querySelector("h1"))');
    const html = await report();
    const kept = await page.evaluate<boolean>(`(() => {
      const main = document.querySelector('main');
      window.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify({ type: 'decisionRights.report', html })} }));
      return main === document.querySelector('main') && String(getSelection()) === 'Decision rights portfolio';
    })()`);
    assert.ok(kept);
  });

  it('waits with a new page while an input method puts a word together', async () => {
    await oneMore();
    const html = await report();
    const [during, afterwards] = await page.evaluate<[string, string]>(`(() => {
      const shown = () => document.querySelector('#shown').textContent;
      const find = document.querySelector('#find');
      find.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      window.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify({ type: 'decisionRights.report', html })} }));
      const during = shown();
      find.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
      return [during, shown()];
    })()`);
    assert.equal(during, '30 of 30 shown');
    assert.equal(afterwards, '31 of 31 shown');
  });

  it('tells VS Code which place was chosen, and asks the network for nothing', async () => {
    await oneMore();
    await refresh();
    await page.click('#initiatives-table a[data-path="6.md"]');
    assert.deepEqual(await page.evaluate('window.posted'), [{ type: 'open', path: '6.md', line: 3 }]);
    assert.equal(asked.length, 1, asked.join(' '));
    assert.deepEqual(said, []);
  });
});
