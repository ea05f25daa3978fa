/**
 * Shows the packaged extension in VS Code and takes pictures of it, so that README pictures can be made again.
 *
 *     node scripts/vscode/screenshot.mjs --vsix X.vsix --folder examples --open refund-agent.md \
 *       --problems --hover "some text" --quickfix --out out/screens/
 *
 * Steps run in the order given, and each takes one picture:
 *
 *     --open FILE       quick open      --hover TEXT     rest the mouse on a word of the editor
 *     --problems        Problems panel  --quickfix       go to the next problem, open its menu
 *     --command TITLE   run a command of the palette     --shot  only take a picture
 *
 * `--theme`, `--size 1280x800` and `--scale 2` say how it looks. Other scripts import `withEditor`.
 */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  installExtension,
  launchBrowser,
  makeScratchFolder,
  pageAddress,
  startCodeServer,
  writeUserSettings,
} from './code-server.mjs';
import { installCodeServer } from './install.mjs';

const WAIT_MS = 60_000;

const CALM_SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Opens a copy of `folder` in VS Code with the extension installed, and hands the page to `act`.
 * @template T
 * @param {object} options
 * @param {string} [options.vsix]
 * @param {string} options.folder
 * @param {string} [options.theme]      a colour theme's name
 * @param {{ width: number, height: number }} [options.size]
 * @param {number} [options.scale]      device pixels a pixel
 * @param {Record<string, unknown>} [options.settings]
 * @param {(editor: Editor) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withEditor(options, act) {
  const {
    vsix,
    folder,
    theme = 'Default Light Modern',
    size = { width: 1280, height: 800 },
    scale = 1,
  } = options;
  const scratch = makeScratchFolder();
  const folders = { scratch: scratch.path, userDataFolder: join(scratch.path, 'user-data') };
  let server;
  let browser;
  try {
    writeUserSettings(folders.userDataFolder, {
      ...CALM_SETTINGS,
      'workbench.colorTheme': theme,
      ...options.settings,
    });
    const copy = join(scratch.path, basename(resolve(folder)));
    cpSync(folder, copy, { recursive: true });
    if (vsix) await installExtension(vsix, folders);
    server = await startCodeServer(folders);
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
    page.setDefaultTimeout(WAIT_MS);
    await page.goto(pageAddress(server.url, copy));
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    return await act(new Editor(page));
  } finally {
    await browser?.close();
    server?.stop();
    scratch.remove();
  }
}

/** What a person does in VS Code, by mouse and keyboard. `page` is Playwright's, for all the rest. */
export class Editor {
  constructor(page) {
    this.page = page;
  }

  async open(file) {
    await this.#pickFromQuickInput('Control+KeyP', file);
    await this.page.locator(`.tab.active[data-resource-name="${basename(file)}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  async command(title) {
    await this.#pickFromQuickInput('Control+Shift+KeyP', title);
  }

  /** The Problems panel, with at least one problem in it. */
  async problems() {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.page.keyboard.press('Control+Shift+KeyM');
    }
    await rows.first().waitFor();
  }

  /** Rests the mouse on the first place of the editor that shows `text`; returns what the hover says. */
  async hover(text) {
    const point = await this.#pointOf(text);
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    await this.page.mouse.move(point.x, point.y);
    await this.page.mouse.move(point.x + 1, point.y);
    await hover.filter({ hasNotText: /^Loading\.\.\.$/ }).waitFor();
    return (await hover.allInnerTexts()).join();
  }

  /** Goes to the next problem and opens its menu; returns the titles offered. */
  async quickFix() {
    const { keyboard } = this.page;
    const actions = this.page.locator('.action-widget .monaco-list-row.action');
    await this.page.locator('.editor-instance .view-line').first().click();
    await keyboard.press('F8');
    await this.page.locator('.peekview-widget, .marker-widget').first().waitFor();
    await keyboard.press('Escape');
    await keyboard.press('Control+Period');
    await actions.first().waitFor();
    return actions.allInnerTexts();
  }

  async shoot(file) {
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }

  async #pickFromQuickInput(shortcut, text) {
    const row = this.page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: text }).first();
    await this.page.keyboard.press(shortcut);
    await this.page.locator('.quick-input-widget input').first().waitFor();
    await this.page.keyboard.type(text);
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }

  /** VS Code splits a line into spans, so the text is looked up across them; its spaces are no-break ones. */
  async #pointOf(text) {
    const found = await this.page.waitForFunction((wanted) => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
        if (start < 0) continue;
        const middle = start + Math.floor(wanted.length / 2);
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let offset = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (middle < offset + node.data.length) {
            const range = document.createRange();
            range.setStart(node, middle - offset);
            range.setEnd(node, middle - offset + 1);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          offset += node.data.length;
        }
      }
      return null;
    }, text);
    return found.jsonValue();
  }
}

/** Each step: what it does in the editor, with the option's value where it takes one. */
const STEPS = {
  open: { takesValue: true, run: (editor, file) => editor.open(file) },
  problems: { takesValue: false, run: (editor) => editor.problems() },
  hover: { takesValue: true, run: (editor, text) => editor.hover(text) },
  quickfix: { takesValue: false, run: (editor) => editor.quickFix() },
  command: { takesValue: true, run: (editor, title) => editor.command(title) },
  shot: { takesValue: false, run: async () => {} },
};

function parseArguments(args) {
  const options = { folder: 'examples', out: 'out/screens', size: '1280x800', scale: '1' };
  const steps = [];
  for (let index = 0; index < args.length; index++) {
    const name = args[index].replace(/^--/, '');
    if (STEPS[name]) steps.push({ name, value: STEPS[name].takesValue ? args[++index] : undefined });
    else if (['vsix', 'folder', 'out', 'theme', 'size', 'scale'].includes(name))
      options[name] = args[++index];
    else throw new Error(`Unknown option: ${args[index]}`);
  }
  const [width, height] = options.size.split('x').map(Number);
  return { options: { ...options, size: { width, height }, scale: Number(options.scale) }, steps };
}

async function main() {
  const { options, steps } = parseArguments(process.argv.slice(2));
  if (!existsSync(options.folder)) throw new Error(`No such folder: ${options.folder}`);
  await installCodeServer();
  mkdirSync(options.out, { recursive: true });
  await withEditor(options, async (editor) => {
    const shoot = async (name) => {
      const file = join(options.out, `${name}.png`);
      await editor.shoot(file);
      console.log(file);
    };
    try {
      for (const [index, { name, value }] of steps.entries()) {
        const said = await STEPS[name].run(editor, value);
        if (said) console.log([said].flat().join('\n'));
        await shoot(`${String(index + 1).padStart(2, '0')}-${name}`);
      }
    } catch (error) {
      await shoot('failed');
      throw error;
    }
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
