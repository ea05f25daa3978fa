// `npm test`: every check there is, in the order of what fails fastest. Goes on after a failure, so that one run
// shows them all; ends with the counts of the tests that ran and a list of the steps that failed.
import { spawn } from 'node:child_process';

const STEPS = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.', '--error-on-warnings']],
  ['types', ['node_modules/typescript/bin/tsc', '-b']],
  ['bundles', ['scripts/build.mjs']],
  ['generated files', ['--import', 'tsx', 'scripts/generate.ts', '--check']],
  [
    'unit, rule, protocol and command-line tests',
    ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--reporter', 'dot'],
  ],
  ['tests in a real VS Code', ['--import', 'tsx', 'test/vscode/run.ts']],
  // After VS Code, which brings the browser.
  [
    'the report in a real browser',
    [
      '--import',
      'tsx',
      'node_modules/mocha/bin/mocha.js',
      '--no-config',
      '--timeout',
      '120000',
      'test/web/*.test.ts',
    ],
  ],
];

let passed = 0;
let failed = 0;
const broken = [];

for (const [name, args] of STEPS) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { code, output } = await run(args);
  passed += sum(output, /(\d+) passing/g);
  failed += sum(output, /(\d+) failing/g);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${code === 0 ? 'fine' : `FAILED (${code})`} in ${seconds} s`);
  if (code !== 0) broken.push(name);
}

console.log(`\n${passed} passed, ${Math.max(failed, broken.length > 0 ? 1 : 0)} failed`);
if (broken.length > 0) {
  console.error(`Failed: ${broken.join('; ')}`);
  process.exitCode = 1;
}

/** Runs Node with `args`, showing its output as it comes. */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      process.stdout.write(data);
      output += data;
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function sum(text, pattern) {
  let total = 0;
  for (const match of text.matchAll(pattern)) total += Number(match[1]);
  return total;
}
