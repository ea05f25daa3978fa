/** Reads text with TextMate grammars, as VS Code does for its colours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as onigModule from 'vscode-oniguruma';
import * as textmateModule from 'vscode-textmate';

// Both are UMD modules, which loaders hand over in two ways.
const onig = withoutDefault(onigModule);
const tm = withoutDefault(textmateModule);

export interface Token {
  readonly text: string;
  /** Scopes from the outermost, separated by blanks. */
  readonly scopes: string;
}

const INJECTIONS = ['directive', 'frontmatter'].map((name) => ({
  scope: `text.html.markdown.decision-rights.${name}`,
  file: `syntaxes/${name}.injection.tmLanguage.json`,
}));

/**
 * Tokens of a Markdown text with our injections. `root` is the repository; `grammars` are the grammars of the
 * host, by scope name: a file's path, or the grammar itself.
 */
export async function tokenize(
  text: string,
  root: string,
  grammars: Readonly<Record<string, string | object>>,
): Promise<Token[]> {
  const wasm = readFileSync(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await onig.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const own = Object.fromEntries(INJECTIONS.map(({ scope, file }) => [scope, join(root, file)]));
  const registry = new tm.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new onig.OnigScanner(patterns),
      createOnigString: (string: string) => new onig.OnigString(string),
    }),
    loadGrammar: async (scope: string) => {
      const grammar = { ...grammars, ...own }[scope];
      if (grammar === undefined) return null;
      // The file's name tells whether it is JSON or a property list.
      if (typeof grammar === 'string') return tm.parseRawGrammar(readFileSync(grammar, 'utf8'), grammar);
      return tm.parseRawGrammar(JSON.stringify(grammar), 'grammar.json');
    },
    getInjections: (scope: string) =>
      scope === 'text.html.markdown' ? INJECTIONS.map((one) => one.scope) : [],
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('There is no Markdown grammar');
  let state = tm.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.join(' '),
    }));
  });
}

/** The texts of all tokens with a scope. */
export function textsWith(tokens: readonly Token[], scope: string): string[] {
  return tokens.filter(({ scopes }) => scopes.split(' ').includes(scope)).map(({ text }) => text);
}

function withoutDefault<T extends object>(module: T & { readonly default?: T }): T {
  return module.default ?? module;
}
