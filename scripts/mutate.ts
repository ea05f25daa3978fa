/**
 * Mutation testing of the rules and of the reading of parties: makes one small change at a time, and asks whether a
 * test or an example notices.
 *   npm run test:mutation -- [--threshold 85] [--sample 0.2] [part of a path …]
 * Our own instead of StrykerJS, which does not run here: its runner for Mocha stops before Mocha 12, it reads
 * `tsconfig.json` with an interface that TypeScript 7 no longer has, and an example runs every rule, so that it would
 * run all examples for each mutant.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, Switch, type Test } from './mutation/bundle.ts';
import type { Mutant } from './mutation/mutants.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CORE = 'server/src/core/';
/** Lists of words and facts, and what only the documentation and the bundles use. */
const DATA = /(?:-words|homoglyphs|\/facts|\/statements|\/pages|\/texts|\/rule-url|\/index)\.ts$/;
/** Need what is built or a folder's documents. */
const NOT_FOR_THIS = new Set(['package', 'features', 'examples-folder', 'generated', 'grammar', 'snippets']);
/** Forms of the examples that are about places in the text, which readers and not rules work out. */
const DRESSED = /\((?:with a BOM|with an emoji before)\)$/;
/** A test that takes longer (ms) is left out: it says how fast something is, or it checks a great many texts. */
const SLOW = 1500;
/** Turns that the loops of a test may take, as a multiple of what they took without a change, and beyond that. */
const FUEL = { times: 20, more: 200_000 };

interface Measured {
  readonly test: number;
  readonly ms: number;
  readonly turns: number;
  readonly reached: Uint8Array;
}

type Outcome = 'killed' | 'survived' | 'not reached';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    threshold: { type: 'string', default: '85' },
    sample: { type: 'string', default: '1' },
  },
});

Error.stackTraceLimit = 0;
// The same texts for every mutant, and no search for the smallest one that fails.
createRequire(import.meta.url)('fast-check').configureGlobal({ seed: 1, endOnFailure: true });

const state = new Switch();
const testFiles = ['test/rules', 'test/core'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.ts') && !NOT_FOR_THIS.has(name.slice(0, -'.test.ts'.length)))
    .map((name) => `${folder}/${name}`),
);
const { mutants, load } = await bundle(root, testFiles, isMutated, state);

state.reached = new Uint8Array(mutants.length + 1);
const { tests, forget } = load();
const reachedByLoading = state.reached;
const chosen = mutants.filter(isChosen);
const measured = await measure();
console.error(
  `${tests.length} tests, ${measured.length} used; ${mutants.length} mutants, ${chosen.length} chosen`,
);

const outcomes = new Map<Mutant, Outcome>();
process.on('exit', () => {
  if (outcomes.size === chosen.length) return;
  console.error(`Broke off after ${outcomes.size} of ${chosen.length} mutants.`);
  process.exitCode = 2;
});
for (const mutant of chosen) {
  const outcome = await outcomeOf(mutant);
  outcomes.set(mutant, outcome);
  if (outcome !== 'killed')
    console.log(
      `${mutant.file}:${mutant.line}:${mutant.column}  ${outcome}\n  - ${mutant.was}\n  + ${mutant.is}`,
    );
  if (outcomes.size % 250 === 0) console.error(`${outcomes.size} of ${chosen.length}`);
}
report();

function isMutated(file: string): boolean {
  return /^server\/src\/core\/(?:rules|parties)\//.test(file) && !DATA.test(file);
}

function isChosen({ id, file }: Mutant): boolean {
  // Spread evenly, and the same ones every time.
  const spread = ((id * 2654435761) % 2 ** 32) / 2 ** 32;
  return (
    spread < Number(options.sample) &&
    (positionals.length === 0 || positionals.some((part) => file.includes(part)))
  );
}

/** Runs every test without a mutant: how long it takes and what it reaches. Tests that fail are left out. */
async function measure(): Promise<Measured[]> {
  const found: Measured[] = [];
  const rules = new Set(chosen.map(ruleOf));
  for (const [test, { name, rule }] of tests.entries()) {
    if (DRESSED.test(name) || (rule !== undefined && !rules.has(rule) && !rules.has(undefined))) continue;
    forget();
    state.reached = new Uint8Array(mutants.length + 1);
    state.fuel = Number.MAX_SAFE_INTEGER;
    const started = performance.now();
    const passed = await passes(tests[test] as Test);
    const ms = performance.now() - started;
    if (!passed) console.error(`left out, fails without a change: ${name}`);
    else if (ms > SLOW) console.error(`left out, slow: ${name}`);
    else found.push({ test, ms, turns: Number.MAX_SAFE_INTEGER - state.fuel, reached: state.reached });
  }
  state.reached = new Uint8Array(mutants.length + 1);
  return found;
}

/** The rule whose file it is in; undefined for what rules share. */
function ruleOf({ file }: Mutant): string | undefined {
  const name = /\/rules\/[a-z-]+\/([a-z-]+)\.ts$/.exec(file)?.[1];
  return tests.some(({ rule }) => rule === name) ? name : undefined;
}

/** Compares all that a rule says: the test that most often notices. */
function isExact({ test }: Measured): boolean {
  return tests[test]?.name.includes('says and writes') ?? false;
}

async function passes({ run }: Test): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const running = run();
    // A promise that a mutant leaves open would end this process without a word.
    if (running instanceof Promise)
      await Promise.race([
        running,
        new Promise((_, reject) => {
          timer = setTimeout(() => reject(new Error('never ends')), 10_000);
        }),
      ]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs the tests that reach the mutant: for the file of one rule its own examples and what test files say, else
 * examples of all rules as well. What is computed when modules are loaded needs modules of its own.
 */
async function outcomeOf(mutant: Mutant): Promise<Outcome> {
  const ofRule = ruleOf(mutant);
  const atLoad = reachedByLoading[mutant.id] === 1;
  const able = measured.filter(({ test }) => {
    const { rule: own, name } = tests[test] as Test;
    return own === undefined || (ofRule === undefined ? name.endsWith('(as written)') : own === ofRule);
  });
  let plan = able.filter(({ reached }) => reached[mutant.id] === 1);
  if (plan.length === 0 && atLoad) plan = able;
  plan.sort((a, b) => (ofRule ? Number(isExact(b)) - Number(isExact(a)) : 0) || a.ms - b.ms);
  if (plan.length === 0) return 'not reached';
  forget();
  state.active = mutant.id;
  try {
    state.fuel = FUEL.times * 1_000_000;
    const changed = atLoad ? load().tests : tests;
    for (const { test, turns } of plan) {
      state.fuel = turns * FUEL.times + FUEL.more;
      if (!(await passes(changed[test] as Test))) return 'killed';
    }
    return 'survived';
  } catch {
    return 'killed';
  } finally {
    state.active = 0;
    forget();
  }
}

function report(): void {
  const folders = new Map<string, { killed: number; all: number }>();
  const count = (name: string, killed: boolean): void => {
    const score = folders.get(name) ?? { killed: 0, all: 0 };
    folders.set(name, { killed: score.killed + Number(killed), all: score.all + 1 });
  };
  for (const [{ file }, outcome] of outcomes) {
    const killed = outcome === 'killed';
    const folder = dirname(file).slice(CORE.length);
    count(folder, killed);
    if (folder.startsWith('rules/')) count('rules, together', killed);
    count('all', killed);
  }
  console.log();
  const percent = ({ killed, all }: { killed: number; all: number }): number => (100 * killed) / all;
  for (const [name, score] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${percent(score).toFixed(1).padStart(5)} %  ${score.killed} of ${score.all}  ${name}`);
  const total = folders.get('all');
  if (!total || percent(total) < Number(options.threshold)) {
    console.error(`Under the threshold of ${options.threshold} %.`);
    process.exitCode = 1;
  }
}
