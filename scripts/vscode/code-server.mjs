/**
 * Starts and stops the two halves of a VS Code that needs no desktop: code-server, and a Chromium that shows
 * it. `install.mjs` provides both; the test wrapper, the screenshots and `open-web.mjs` build on this file.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeServerEnvironment, findChromium, installed } from './install.mjs';

const START_TIMEOUT_MS = 60_000;

const SERVER_OPTIONS = [
  '--auth=none',
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--ignore-last-opened',
];

const CHROMIUM_OPTIONS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} CodeServer
 * @property {string} url       such as `http://127.0.0.1:41234`
 * @property {Promise<number | null>} exited  its exit code, once it has ended
 * @property {() => void} stop  ends the server and every process it started
 */

/** A temporary folder, and how to remove it. */
export function makeScratchFolder() {
  const path = mkdtempSync(join(tmpdir(), 'decision-rights-vscode-'));
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { path, remove };
}

/**
 * Starts code-server on loopback and waits until it listens.
 * @param {object} where
 * @param {string} where.scratch            everything it writes and nobody asked for goes here
 * @param {string} [where.userDataFolder]   holds `User/settings.json`
 * @param {string} [where.extensionsFolder]
 * @param {number} [where.port]             0 for any
 * @param {string[]} [where.options]        further command-line options
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer({ port = 0, options = [], ...folders }) {
  const address = `--bind-addr=127.0.0.1:${port}`;
  const child = spawn(
    installed.node,
    [installed.codeServer, ...SERVER_OPTIONS, address, ...folderOptions(folders), ...options],
    { detached: true, env: serverEnvironment(folders.scratch), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const exited = new Promise((done) => child.once('exit', done));
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The whole group has already ended.
    }
  };
  process.once('exit', stop);
  try {
    return { url: await listening(child), exited, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * Installs a packaged extension where a later `startCodeServer` with the same folders finds it.
 * @param {string} vsix
 * @param {{ scratch: string, userDataFolder?: string, extensionsFolder?: string }} folders
 */
export async function installExtension(vsix, folders) {
  const args = [
    installed.codeServer,
    ...folderOptions(folders),
    '--force',
    '--install-extension',
    resolve(vsix),
  ];
  await promisify(execFile)(installed.node, args, { env: serverEnvironment(folders.scratch) });
}

/**
 * Writes VS Code's user settings.
 * @param {string} userDataFolder
 * @param {Record<string, unknown>} settings
 */
export function writeUserSettings(userDataFolder, settings) {
  mkdirSync(join(userDataFolder, 'User'), { recursive: true });
  writeFileSync(join(userDataFolder, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
}

/** The page that opens a folder or a `.code-workspace` file. */
export function pageAddress(serverUrl, folderOrWorkspace, payload) {
  const address = new URL(serverUrl);
  if (!folderOrWorkspace) address.searchParams.set('ew', 'true');
  else if (folderOrWorkspace.endsWith('.code-workspace'))
    address.searchParams.set('workspace', folderOrWorkspace);
  else address.searchParams.set('folder', folderOrWorkspace);
  if (payload) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** A headless Chromium, as a Playwright `Browser`. */
export async function launchBrowser() {
  const { chromium } = createRequire(import.meta.url)(installed.playwright);
  return chromium.launch({
    executablePath: findChromium(),
    args: CHROMIUM_OPTIONS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

function folderOptions({ scratch, userDataFolder, extensionsFolder }) {
  return [
    `--config=${join(scratch, 'code-server.yaml')}`,
    `--user-data-dir=${userDataFolder ?? join(scratch, 'user-data')}`,
    `--extensions-dir=${extensionsFolder ?? join(scratch, 'extensions')}`,
  ];
}

/** Keeps the server out of the user's home, and away from any marketplace. */
function serverEnvironment(scratch) {
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary, { recursive: true });
  writeFileSync(join(scratch, 'code-server.yaml'), 'auth: none\n');
  const env = codeServerEnvironment();
  // Set where VS Code itself runs us; a server that inherits them believes it is that one's child.
  for (const key of Object.keys(env)) if (key.startsWith('VSCODE_')) delete env[key];
  return {
    ...env,
    XDG_CONFIG_HOME: join(scratch, 'config'),
    XDG_DATA_HOME: join(scratch, 'data'),
    TMPDIR: temporary,
    EXTENSIONS_GALLERY: '{}',
  };
}

/** Resolves with the server's URL once it says that it listens. */
function listening(child) {
  return new Promise((found, failed) => {
    let output = '';
    const fail = (reason) => failed(new Error(`code-server ${reason}.\n${output}`));
    const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      const match = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
      if (!match) return;
      clearTimeout(timer);
      found(match[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with exit code ${code}`);
    });
  });
}
