/** Bundles the tests with every mutant compiled in, as one function that can be called again for fresh modules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { instrument, type Mutant } from './mutants.ts';

/** What a test file says with `it`. */
export interface Test {
  readonly name: string;
  /** The rule that it is about, when a `describe` says so. */
  readonly rule: string | undefined;
  run(): unknown;
}

/** The state that mutants and loops ask. */
export class Switch {
  /** The mutant that is on; 0 for none. */
  active = 0;
  /** Turns that loops may still take. */
  fuel = Number.POSITIVE_INFINITY;
  /** Mutants whose place was reached, when that is recorded. */
  reached = new Uint8Array(0);

  readonly mutant = (id: number): boolean => {
    this.reached[id] = 1;
    return id === this.active;
  };
  readonly tick = (): void => {
    if (--this.fuel < 0) throw new Error('too many turns of a loop');
  };
}

export interface Bundle {
  readonly mutants: readonly Mutant[];
  /** Evaluates all modules anew, gives the tests in them, and a function that empties what modules remember. */
  load(): { tests: Test[]; forget: () => void };
}

/** Bundles `testFiles`; `isMutated` says which files (paths with `/`) get mutants. */
export async function bundle(
  root: string,
  testFiles: readonly string[],
  isMutated: (file: string) => boolean,
  state: Switch,
): Promise<Bundle> {
  const mutants: Mutant[] = [];
  const { outputFiles } = await build({
    stdin: {
      contents: testFiles.map((file) => `import './${file}';`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    plugins: [
      {
        name: 'mutants',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const file = relative(root, path).replaceAll('\\', '/');
            let contents = readFileSync(path, 'utf8');
            if (file.startsWith('server/src/core/')) {
              const { code, mutants: own } = instrument(file, contents, mutants.length + 1, isMutated(file));
              mutants.push(...own);
              contents = code;
            }
            return {
              contents: contents.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
              loader: 'ts',
            };
          });
        },
      },
    ],
  });
  const code = outputFiles[0]?.text ?? '';
  const evaluate = compileFunction(code, ['module', 'require', '__mutant', '__tick', ...MOCHA]);
  const require = createRequire(join(root, 'test/core/mutation.ts'));
  return {
    mutants,
    load() {
      const tests: Test[] = [];
      const forget = remembering(() =>
        evaluate({ exports: {} }, require, state.mutant, state.tick, ...mochaInto(tests)),
      );
      return { tests, forget };
    },
  };
}

const MOCHA = ['describe', 'it', 'before'];

/** As much of Mocha's interface as the tests of the core use. */
function mochaInto(tests: Test[]): unknown[] {
  const titles: string[] = [];
  const context = { timeout: () => context, skip: () => undefined };
  return [
    (title: string, define: (this: typeof context) => void) => {
      titles.push(title);
      define.call(context);
      titles.pop();
    },
    (title: string, run: (this: typeof context) => unknown) => {
      const name = [...titles, title].join(' › ');
      tests.push({ name, rule: /^rule ([a-z-]+) ›/.exec(name)?.[1], run: () => run.call(context) });
    },
    () => undefined,
  ];
}

/**
 * Runs `evaluate` and gives a function that sets every `Map` and `WeakMap` made by it to what it held then: modules
 * keep what they have read of a text, and must not remember one mutant's answers under the next.
 */
function remembering(evaluate: () => void): () => void {
  const { Map: PlainMap, WeakMap: PlainWeakMap } = globalThis;
  const resets: (() => void)[] = [];
  const maps: Map<unknown, unknown>[] = [];
  class TrackedMap<K, V> extends PlainMap<K, V> {
    constructor(entries?: Iterable<readonly [K, V]> | null) {
      super(entries);
      maps.push(this as Map<unknown, unknown>);
    }
  }
  class TrackedWeakMap<K extends WeakKey, V> {
    #held = new PlainWeakMap<K, V>();
    constructor() {
      resets.push(() => {
        this.#held = new PlainWeakMap<K, V>();
      });
    }
    get(key: K): V | undefined {
      return this.#held.get(key);
    }
    has(key: K): boolean {
      return this.#held.has(key);
    }
    set(key: K, value: V): this {
      this.#held.set(key, value);
      return this;
    }
    delete(key: K): boolean {
      return this.#held.delete(key);
    }
  }
  Object.assign(globalThis, { Map: TrackedMap, WeakMap: TrackedWeakMap });
  try {
    evaluate();
  } finally {
    Object.assign(globalThis, { Map: PlainMap, WeakMap: PlainWeakMap });
  }
  for (const map of maps) {
    // Tests compare maps by their kind as well.
    Object.setPrototypeOf(map, PlainMap.prototype);
    const held = [...map];
    resets.push(() => {
      // Most hold what they held: their size tells.
      if (map.size === held.length) return;
      map.clear();
      for (const [key, value] of held) map.set(key, value);
    });
  }
  return () => {
    for (const reset of resets) reset();
  };
}
