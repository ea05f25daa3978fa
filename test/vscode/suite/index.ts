/**
 * The suite's entry inside the extension host: runs every `*.test.ts` of this folder with mocha. VS Code
 * calls `run`; `../run.ts` bundles this file and fills in the names of the tests.
 */
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';

declare const TEST_FILES: string[];

const TIMEOUT_MS = 60_000;

export async function run(): Promise<void> {
  markOutput();
  const { passed, failed } = await runAll();
  // The window may close before its last line is read, so the counts also go where `../run.ts` finds them.
  const resultFile = process.env.DECISION_RIGHTS_TEST_RESULT;
  if (resultFile) writeFileSync(resultFile, JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} failed`);
}

/**
 * Lets the code-server wrapper tell what the suite and the extension print from VS Code's own log. VS Code
 * protects the methods of its console, hence another console.
 */
function markOutput(): void {
  const mark = process.env.DECISION_RIGHTS_TEST_MARK ?? '';
  const { log } = console;
  const marked = (...args: unknown[]) => log(mark + format(...args));
  const methods = ['log', 'info', 'warn', 'error', 'debug'];
  globalThis.console = Object.create(
    console,
    Object.fromEntries(methods.map((name) => [name, { value: marked }])),
  );
}

async function runAll(): Promise<{ passed: number; failed: number }> {
  const { default: Mocha } = await import('mocha');
  const grep = process.env.DECISION_RIGHTS_TEST_GREP;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: TIMEOUT_MS, grep });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const name of TEST_FILES) await import(`./${name}.test.ts`);
  return new Promise((done) => {
    const runner = mocha.run((failed) => done({ passed: runner.stats?.passes ?? 0, failed }));
  });
}
