/**
 * Runs the suite in a real VS Code: the desktop version where it can be downloaded, otherwise code-server.
 *
 *     node --import tsx test/vscode/run.ts
 *
 * `DECISION_RIGHTS_TEST_GREP` picks tests by name, `DECISION_RIGHTS_TEST_EXTENSION` tests another extension
 * folder, `DECISION_RIGHTS_VSCODE=code-server` does not look for a download.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cacheFolder, installForTests } from '../../scripts/vscode/install.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const suiteFolder = join(root, 'test', 'vscode', 'suite');
const bundle = join(root, 'out', 'vscode-suite', 'index.cjs');
const wrapper = join(root, 'scripts', 'vscode', 'electron-wrapper.mjs');

const USER_SETTINGS = {
  // The web defaults to saving by itself, the desktop does not.
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
};

interface Result {
  passed: number;
  failed: number;
}

async function bundleSuite(): Promise<void> {
  const suffix = '.test.ts';
  const tests = readdirSync(suiteFolder).filter((name) => name.endsWith(suffix));
  await build({
    entryPoints: [join(suiteFolder, 'index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    define: { TEST_FILES: JSON.stringify(tests.sort().map((name) => name.slice(0, -suffix.length))) },
    logLevel: 'warning',
  });
}

/** Runs the bundled suite on a copy of the workspace folder; undefined when VS Code ended without a result. */
async function runSuite(vscode: 'desktop' | 'code-server', scratch: string): Promise<Result | undefined> {
  const workspace = join(scratch, 'workspace');
  const userData = join(scratch, 'user-data');
  const resultFile = join(scratch, 'result.json');
  cpSync(join(root, 'test', 'vscode', 'workspace'), workspace, { recursive: true });
  // What `npm ci` does in a repository that has the command among its dependencies.
  const commands = join(workspace, 'node_modules', '.bin');
  mkdirSync(commands, { recursive: true });
  symlinkSync(join(root, 'server', 'bin', 'decision-rights.cjs'), join(commands, 'decision-rights'));
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(USER_SETTINGS));
  try {
    await runTests({
      ...(vscode === 'code-server' ? { vscodeExecutablePath: wrapper } : { cachePath: cacheFolder }),
      extensionDevelopmentPath: process.env.DECISION_RIGHTS_TEST_EXTENSION ?? root,
      extensionTestsPath: bundle,
      extensionTestsEnv: { DECISION_RIGHTS_TEST_RESULT: resultFile },
      launchArgs: [
        workspace,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(scratch, 'extensions')}`,
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return existsSync(resultFile) ? (JSON.parse(readFileSync(resultFile, 'utf8')) as Result) : undefined;
}

/** Desktop VS Code needs a display; where there is none, this script runs again under a virtual one. */
function runAgainWithDisplay(): number {
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  return spawnSync('xvfb-run', ['--auto-servernum', ...again], { stdio: 'inherit' }).status ?? 1;
}

async function main(): Promise<number> {
  const vscode = await installForTests();
  if (vscode === 'desktop' && process.platform === 'linux' && !process.env.DISPLAY)
    return runAgainWithDisplay();
  await bundleSuite();
  const scratch = mkdtempSync(join(tmpdir(), 'decision-rights-test-'));
  const result = await runSuite(vscode, scratch).finally(() => {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  if (!result) console.error('The suite ended without a result.');
  const { passed, failed } = result ?? { passed: 0, failed: 1 };
  console.log(`${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0 ? 0 : 1;
}

process.exitCode = await main();
