/**
 * The demonstration: builds everything, checks the examples, writes the .vsix, and opens the examples in VS Code
 * where there is one. Ends by itself; that the examples have findings is no failure.
 *
 *     node scripts/start.mjs          on the desktop, when `code` is on the PATH
 *     node scripts/start.mjs --web    in the browser, on loopback, until Ctrl+C
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVsix } from './package-vsix.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const examples = join(root, 'examples');
const cli = join(root, 'server', 'bin', 'decision-rights.cjs');

/** The demonstration's own VS Code profile: the person's settings and extensions stay as they are. */
const profile = join(root, '.vscode-test', 'start');

const FOUND_ERRORS = 1;

async function main() {
  process.chdir(root);
  say('Building …');
  succeed('The build', spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }));
  checkExamples();
  const vsix = await packageVsix();
  say(`The extension is packaged as ${relative(root, vsix)}.`);
  if (process.argv.includes('--web')) await openInBrowser(vsix);
  else openOnDesktop(vsix);
}

function checkExamples() {
  say('Checking examples/, the documents of a small made-up company. Some are wrong on purpose:\n');
  const check = spawnSync(process.execPath, [cli, 'check', 'examples'], { stdio: 'inherit' });
  if (check.status !== FOUND_ERRORS) succeed('The check', check);
  say(
    'Each finding says what was found and what to do. Why a rule exists: npx decision-rights explain RULE-ID',
  );
}

async function openInBrowser(vsix) {
  const { openWeb } = await import('./vscode/open-web.mjs');
  const { installCodeServer } = await import('./vscode/install.mjs');
  await installCodeServer();
  const web = await openWeb({ vsix, folder: examples });
  say(`VS Code with the examples is at ${web.url}\nOpen that address in a browser. Ctrl+C ends it.`);
  const signal = new Promise((stop) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, stop);
  });
  await Promise.race([signal, web.exited]);
  web.close();
  process.exit();
}

function openOnDesktop(vsix) {
  const reason = whyNotOnDesktop();
  if (reason) {
    say(
      `${reason} To see the examples in VS Code:\n` +
        '  npm run start:web       opens them in VS Code in the browser, on this machine alone; or\n' +
        `  install ${relative(root, vsix)} in VS Code (Extensions, "…", Install from VSIX) and open examples/.`,
    );
    return;
  }
  mkdirSync(profile, { recursive: true });
  const installed = code(['--install-extension', vsix, '--force']);
  const opened =
    installed.status === 0 && code(['--new-window', '--disable-workspace-trust', examples, ...worst()]);
  if (opened && opened.status === 0) say('The examples are open in VS Code, with the extension.');
  else say('VS Code could not be started. "npm run start:web" opens the examples in the browser.');
}

/** Undefined when VS Code can open a window here. */
function whyNotOnDesktop() {
  if (code(['--version'], 'ignore').status !== 0) return 'There is no "code" command on the PATH.';
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.env.VSCODE_IPC_HOOK_CLI;
  if (process.platform === 'linux' && !display) return 'There is no display to open VS Code on.';
  return undefined;
}

function code(args, stdio = 'inherit') {
  const own = [
    `--user-data-dir=${join(profile, 'user-data')}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
  ];
  const windows = process.platform === 'win32';
  const all = [...own, ...args].map((arg) => (windows ? `"${arg}"` : arg));
  return spawnSync('code', all, { stdio, shell: windows, timeout: 120_000 });
}

/** The example with the most errors, to be seen first. */
function worst() {
  const { stdout } = spawnSync(process.execPath, [cli, 'check', 'examples', '--format', 'json'], {
    encoding: 'utf8',
  });
  const errors = ({ findings }) => findings.filter(({ severity }) => severity === 'error').length;
  const [first] = JSON.parse(stdout).files.sort((a, b) => errors(b) - errors(a));
  return first && existsSync(first.path) ? [join(root, first.path)] : [];
}

function succeed(what, { status, error }) {
  if (status === 0) return;
  say(`${what} failed${error ? `: ${error.message}` : ''}.`);
  process.exit(1);
}

function say(text) {
  console.log(`\n${text}`);
}

await main();
