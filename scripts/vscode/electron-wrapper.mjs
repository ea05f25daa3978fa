#!/usr/bin/env node
/**
 * Stands in for the desktop VS Code executable where that cannot be downloaded: takes the flags
 * `@vscode/test-electron` passes, runs the tests in code-server + headless Chromium, prints what they print
 * and ends with their exit code. `DECISION_RIGHTS_TEST_TIMEOUT` (seconds)
 * bounds the whole run, `DECISION_RIGHTS_TEST_VERBOSE` shows VS Code's own log too.
 */
import { resolve } from 'node:path';
import { format } from 'node:util';
import { launchBrowser, makeScratchFolder, pageAddress, startCodeServer } from './code-server.mjs';

const TIMEOUT_SECONDS = Number(process.env.DECISION_RIGHTS_TEST_TIMEOUT ?? 900);
// Without the smoke-test driver a built VS Code ignores the paths of extension and tests.
const TEST_OPTIONS = ['--vscode-option', 'enable-smoke-test-driver', '--idle-timeout-seconds', '120'];

/** The flags with a value, as a map from name to its values, and the folder or workspace to open. */
function parseFlags(args) {
  const flags = new Map();
  let folder;
  for (const arg of args) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (!match) folder = resolve(arg);
    else if (match[2] !== undefined) flags.set(match[1], [...(flags.get(match[1]) ?? []), match[2]]);
  }
  return { flags, folder };
}

/** What tells VS Code's page which extensions to develop and which tests to run. */
function testPayload(serverUrl, flags) {
  const remote = (path) => `vscode-remote://${new URL(serverUrl).host}${resolve(path)}`;
  return [
    ...(flags.get('extensionDevelopmentPath') ?? []).map((path) => [
      'extensionDevelopmentPath',
      remote(path),
    ]),
    ...(flags.get('extensionTestsPath') ?? []).map((path) => ['extensionTestsPath', remote(path)]),
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
  ];
}

/**
 * Everything VS Code logs comes through one channel. The suite puts a mark before what it prints itself, the
 * rest is kept back: it is shown only when a run fails before the suite has said anything.
 */
class Output {
  #mark = '\u2502';
  #suiteSpoke = false;
  #keptBack = [];

  constructor() {
    process.env.DECISION_RIGHTS_TEST_MARK = this.#mark;
  }

  print(args) {
    const text = format(...args);
    if (text.startsWith(this.#mark)) {
      this.#suiteSpoke = true;
      console.log(text.slice(this.#mark.length));
    } else if (process.env.DECISION_RIGHTS_TEST_VERBOSE) console.log(text);
    else this.#keptBack.push(text);
  }

  explainFailure() {
    if (!this.#suiteSpoke) for (const text of this.#keptBack.slice(-40)) console.error(text);
  }
}

/** Opens the page and resolves with the exit code the tests report. */
async function runTests(browser, server, output, { flags, folder }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.exposeFunction('codeAutomationLog', (_type, args) => output.print(args));
  const reported = new Promise((report) => page.exposeFunction('codeAutomationExit', report));
  const broken = new Promise((_, failed) => {
    page.on('crash', () => failed(new Error('The page crashed.')));
    browser.on('disconnected', () => failed(new Error('The browser ended before the tests did.')));
    server.exited.then((code) => failed(new Error(`code-server ended before the tests did (${code}).`)));
  });
  // No limit of its own: the whole run has one, and a busy machine may take long to show the first page.
  const opened = page.goto(pageAddress(server.url, folder, testPayload(server.url, flags)), { timeout: 0 });
  return await Promise.race([opened.then(() => reported), broken]);
}

/** Rejects on a signal or when the time is up. */
function interrupted() {
  return new Promise((_, failed) => {
    const seconds = `The tests did not end within ${TIMEOUT_SECONDS} seconds.`;
    setTimeout(() => failed(new Error(seconds)), TIMEOUT_SECONDS * 1000).unref();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => failed(new Error(`Stopped by ${signal}.`)));
    }
  });
}

async function main() {
  const request = parseFlags(process.argv.slice(2));
  const scratch = makeScratchFolder();
  const output = new Output();
  let server;
  let browser;
  const run = async () => {
    server = await startCodeServer({
      scratch: scratch.path,
      userDataFolder: request.flags.get('user-data-dir')?.at(-1),
      extensionsFolder: request.flags.get('extensions-dir')?.at(-1),
      options: TEST_OPTIONS,
    });
    browser = await launchBrowser();
    const exitCode = await runTests(browser, server, output, request);
    if (exitCode !== 0) output.explainFailure();
    return exitCode;
  };
  try {
    return await Promise.race([run(), interrupted()]);
  } catch (error) {
    output.explainFailure();
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await browser?.close();
    server?.stop();
    scratch.remove();
  }
}

process.exit(await main());
