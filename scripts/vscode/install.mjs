/**
 * Puts into `.vscode-test/` what it takes to run a real VS Code: nothing where desktop VS Code can be
 * downloaded (then `@vscode/test-electron` fetches it), otherwise code-server on its own Node, Playwright's
 * driver and a Chromium. Every step leaves a stamp with its version, so a second run does nothing.
 *
 *     node scripts/vscode/install.mjs [--code-server]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));
export const cacheFolder = join(repositoryRoot, '.vscode-test');

const NODE_VERSION = '24';
const CODE_SERVER_VERSION = '4.139.1';
const PLAYWRIGHT_VERSION = '1.65.1';
const NATIVE_MODULES = ['@vscode/spdlog', '@parcel/watcher', '@vscode/native-watchdog', 'node-pty'];
const UPDATE_SERVICE = 'https://update.code.visualstudio.com/api/releases/stable';
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const nodePackage = join(cacheFolder, 'node');
const codeServerPackage = join(cacheFolder, 'code-server');
const playwrightPackage = join(cacheFolder, 'playwright');
const codeServerFolder = join(codeServerPackage, 'node_modules', 'code-server');

/** Where the installed pieces are. */
export const installed = {
  node: join(nodePackage, 'node_modules', 'node', 'bin', 'node'),
  codeServer: join(codeServerFolder, 'out', 'node', 'entry.js'),
  playwright: join(playwrightPackage, 'node_modules', 'playwright-core', 'index.js'),
};

/** Something is missing that this script cannot provide; the message says what, and what to do. */
export class CannotInstall extends Error {}

/**
 * What `@vscode/test-electron` needs on this machine.
 * @returns {Promise<'desktop' | 'code-server'>}
 */
export async function installForTests() {
  const wanted = process.env.DECISION_RIGHTS_VSCODE !== 'code-server' && canShowDesktop();
  if (wanted && (await canDownloadVSCode())) {
    say('VS Code download reachable: @vscode/test-electron fetches the desktop version');
    return 'desktop';
  }
  await installCodeServer();
  return 'code-server';
}

/** code-server, its Node, Playwright and Chromium. */
export async function installCodeServer() {
  if (process.platform === 'win32') {
    throw new CannotInstall('code-server does not run on Windows: use WSL, or allow the VS Code download.');
  }
  mkdirSync(join(cacheFolder, 'stamps'), { recursive: true });
  step('Node for code-server', 'node', NODE_VERSION, installNode);
  step('code-server', 'code-server', CODE_SERVER_VERSION, installCodeServerPackage);
  step('VS Code modules', 'vscode-modules', CODE_SERVER_VERSION, installVSCodeModules);
  step('native modules', 'native-modules', CODE_SERVER_VERSION, buildNativeModules);
  step('Playwright', 'playwright', PLAYWRIGHT_VERSION, installPlaywright);
  say(`Chromium: ${findChromium() ?? installChromium()}`);
}

/** The browser to drive, or undefined; the CHROME environment variable wins. */
export function findChromium() {
  if (process.env.CHROME) {
    if (!existsSync(process.env.CHROME)) {
      throw new CannotInstall('The CHROME environment variable names a file that does not exist.');
    }
    return process.env.CHROME;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, MAC_CHROME].find((path) => existsSync(path));
}

/** Environment for a child that runs on the Node code-server needs. */
export function codeServerEnvironment() {
  const env = { ...process.env, PATH: `${join(installed.node, '..')}${delimiter}${process.env.PATH}` };
  // Set by an outer `npm run`, they would send an inner npm back to the repository.
  for (const key of Object.keys(env)) {
    if (/^npm_(config_(local_prefix|global_prefix|prefix|workspaces?)$|package_|lifecycle_)/i.test(key)) {
      delete env[key];
    }
  }
  return env;
}

/** On Linux a desktop application needs a display, or xvfb-run to make one up. */
function canShowDesktop() {
  return process.platform !== 'linux' || !!process.env.DISPLAY || !spawnSync('xvfb-run', ['--help']).error;
}

async function canDownloadVSCode() {
  try {
    return (await fetch(UPDATE_SERVICE, { signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}

function installNode() {
  npmInstall(nodePackage, `node@${NODE_VERSION}`);
  if (!existsSync(installed.node)) {
    throw new CannotInstall(`npm's "node" package has no binary for ${process.platform}-${process.arch}.`);
  }
}

function installCodeServerPackage() {
  npmInstall(codeServerPackage, `code-server@${CODE_SERVER_VERSION}`, '--ignore-scripts');
  for (const later of ['vscode-modules', 'native-modules']) rmSync(stampFile(later), { force: true });
}

function installVSCodeModules() {
  const vscode = join(codeServerFolder, 'lib', 'vscode');
  for (const folder of [vscode, join(vscode, 'extensions')]) {
    npm(folder, 'install', '--omit=dev', '--ignore-scripts');
  }
}

function buildNativeModules() {
  for (const tool of ['python3', 'make', 'g++']) {
    if (spawnSync(tool, ['--version']).error) {
      throw new CannotInstall(`Building code-server's native modules needs ${tool}, which is not installed.`);
    }
  }
  npm(join(codeServerFolder, 'lib', 'vscode'), 'rebuild', ...NATIVE_MODULES);
}

function installPlaywright() {
  npmInstall(playwrightPackage, `playwright-core@${PLAYWRIGHT_VERSION}`);
}

function installChromium() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new CannotInstall(
      'No Chromium or Google Chrome found: install one, or name it in the CHROME environment variable.',
    );
  }
  run('/', process.env, 'apt-get', 'update');
  run('/', process.env, 'apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
  const chromium = findChromium();
  if (!chromium) throw new CannotInstall('apt-get installed chromium, but no such command is on the PATH.');
  return chromium;
}

/** Runs `work` unless its stamp already names this version. */
function step(title, name, version, work) {
  if (existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === version) {
    say(`${title} ${version}: present`);
    return;
  }
  const started = Date.now();
  work();
  writeFileSync(stampFile(name), version);
  say(`${title} ${version}: installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

function stampFile(name) {
  return join(cacheFolder, 'stamps', name);
}

function npmInstall(folder, ...args) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, 'install', ...args);
}

function npm(folder, ...args) {
  const env = { ...codeServerEnvironment(), PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const headers = nodeHeaders();
  if (headers) env.npm_config_nodedir = headers;
  run(folder, env, 'npm', ...args, '--prefix', folder, '--no-audit', '--no-fund', '--no-progress');
}

/** The folder with `include/node/`, which npm's "node" package ships and native modules are built with. */
function nodeHeaders() {
  const roots = [
    join(nodePackage, 'node_modules', 'node', 'node_modules'),
    join(nodePackage, 'node_modules'),
  ];
  return roots
    .filter((root) => existsSync(root))
    .flatMap((root) => readdirSync(root).map((name) => join(root, name)))
    .find((folder) => existsSync(join(folder, 'include', 'node', 'node.h')));
}

/** Quiet when all goes well; when not, the error ends with the command's last words. */
function run(cwd, env, command, ...args) {
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status === 0) return;
  const lastWords = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
  const reason = result.error?.message ?? `exit code ${result.status}`;
  throw new CannotInstall(`"${command} ${args.join(' ')}" failed (${reason}).\n${lastWords}`);
}

function say(line) {
  console.log(`[vscode] ${line}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    if (process.argv.includes('--code-server')) await installCodeServer();
    else await installForTests();
  } catch (error) {
    if (!(error instanceof CannotInstall)) throw error;
    console.error(`[vscode] ${error.message}`);
    process.exitCode = 1;
  }
}
