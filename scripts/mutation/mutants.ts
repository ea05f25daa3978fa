/** Finds what can be changed in a TypeScript source and compiles all changes into it, each behind a number. */
import MagicString from 'magic-string';
import { parseSync } from 'oxc-parser';

/** One small change to the source, made when the test run selects its number. */
export interface Mutant {
  readonly id: number;
  /** Path from the root of the repository, with `/`. */
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly column: number;
  /** What was there and what stands there instead, on one line. */
  readonly was: string;
  readonly is: string;
}

/** A node of the tree, as far as this file looks at it. */
interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A replacement inside an expression, or (`statement`) of a whole statement or a block's content by nothing. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly host: Syntax;
  /** Of an operator: what stands around it, to be kept together whatever binds closer now. */
  readonly sides?: readonly [Syntax, Syntax];
  readonly kind: 'expression' | 'statement' | 'block';
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '++': ['--'],
  '--': ['++'],
};

const SWAPPED: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
  find: 'findLast',
  min: 'max',
  max: 'min',
};
/** Calls of these give their receiver instead. */
const DROPPED = new Set(['trim', 'filter', 'slice', 'sort', 'reverse']);

/** Words for people, and what only the documentation shows: no test says how they are worded. */
const WORDING = new Set('why summary severityNote source facts examples message title note'.split(' '));

/**
 * The source with all its mutants (`__mutant(id)` asks whether that one is on) and with every loop counted
 * (`__tick()`), so that a mutant that never ends can be stopped. `mutate: false` only counts loops.
 */
export function instrument(
  file: string,
  source: string,
  firstId: number,
  mutate: boolean,
): { code: string; mutants: Mutant[] } {
  const { program, errors } = parseSync(file, source, { sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const code = new MagicString(source);
  const changes: Change[] = [];
  const wording = file.includes('/rules/');
  visit(program as unknown as Syntax, [], (node, parents) => {
    countLoop(code, node);
    if (node.type === 'ImportDeclaration') return false;
    if (!mutate) return true;
    if (wording && isWording(node, parents)) return false;
    changes.push(...changesAt(source, node, parents));
    return true;
  });
  const mutants: Mutant[] = [];
  const lines = lineStarts(source);
  const byHost = new Map<Syntax, { change: Change; id: number }[]>();
  for (const change of changes) {
    const id = firstId + mutants.length;
    const line = lines.findLastIndex((start) => start <= change.start);
    mutants.push({
      id,
      file,
      line: line + 1,
      column: change.start - (lines[line] ?? 0) + 1,
      ...shown(source, change),
    });
    byHost.set(change.host, [...(byHost.get(change.host) ?? []), { change, id }]);
  }
  // Outer before inner: what starts or ends at the same place must nest.
  const hosts = [...byHost].sort(([a], [b]) => a.start - b.start || b.end - a.end);
  for (const [host, group] of hosts) compileIn(code, source, host, group);
  return { code: code.toString(), mutants };
}

/** Puts the changes of one expression, statement or block behind their numbers. */
function compileIn(
  code: MagicString,
  source: string,
  host: Syntax,
  group: readonly { change: Change; id: number }[],
): void {
  const blocks = group.filter(({ change }) => change.kind === 'block');
  for (const { id } of blocks) {
    code.appendRight(host.start + 1, `if (!__mutant(${id})) {`);
    code.prependLeft(host.end - 1, '}');
  }
  for (const { id } of group.filter(({ change }) => change.kind === 'statement')) {
    code.appendRight(host.start, `{ if (!__mutant(${id})) {`);
    code.prependLeft(host.end, '} }');
  }
  const choices = group
    .filter(({ change }) => change.kind === 'expression')
    .map(({ change, id }) => {
      const { start, end, sides } = change;
      const part = (from: number, to: number): string => source.slice(from, to);
      const text = sides
        ? `${part(host.start, sides[0].start)}(${part(sides[0].start, sides[0].end)}) ${change.text} (${part(sides[1].start, sides[1].end)})${part(sides[1].end, host.end)}`
        : part(host.start, start) + change.text + part(end, host.end);
      return `__mutant(${id}) ? (${text}) : `;
    });
  if (choices.length === 0) return;
  code.appendRight(host.start, `(${choices.join('')}`);
  code.prependLeft(host.end, ')');
}

function changesAt(source: string, node: Syntax, parents: readonly Syntax[]): Change[] {
  const inside = (at: Syntax, text: string, part: Syntax = at): Change => ({
    start: part.start,
    end: part.end,
    text,
    host: hostOf(at, parents),
    kind: 'expression',
  });
  const child = (key: string): Syntax => node[key] as Syntax;
  const textOf = ({ start, end }: Syntax): string => source.slice(start, end);
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression': {
      const operator = node['operator'] as string;
      if (operator === '+' && [child('left'), child('right')].some(isText)) return [];
      if (operator === '+=' && isText(child('right'))) return [];
      const from = source.indexOf(operator, child('left').end);
      // Parentheses and comments between the sides hold no operator in this code base.
      return (OPERATORS[operator] ?? []).map((text) => ({
        ...inside(node, text),
        start: from,
        end: from + operator.length,
        ...(node.type === 'AssignmentExpression' ? {} : { sides: [child('left'), child('right')] as const }),
      }));
    }
    case 'UpdateExpression': {
      const operator = node['operator'] as string;
      const start = node['prefix'] ? node.start : node.end - 2;
      return (OPERATORS[operator] ?? []).map((text) => ({ ...inside(node, text), start, end: start + 2 }));
    }
    case 'UnaryExpression':
      return node['operator'] === '!' ? [inside(node, textOf(child('argument')))] : [];
    case 'Literal':
      return typeof node['value'] === 'boolean' ? [inside(node, String(!node['value']))] : [];
    case 'IfStatement':
      return conditions(child('test'), ['true']);
    case 'ConditionalExpression':
      return conditions(child('test'), ['true', 'false']);
    case 'ArrowFunctionExpression':
      return node['expression'] && !isUndefined(child('body')) && child('body').type !== 'Literal'
        ? [{ ...inside(child('body'), 'undefined'), host: child('body') }]
        : [];
    case 'MemberExpression':
      return node['optional']
        ? [{ ...inside(node, node['computed'] ? '' : '.'), ...optionalToken(source, child('object')) }]
        : [];
    case 'CallExpression': {
      const callee = child('callee');
      const optional: Change[] = node['optional']
        ? [{ ...inside(node, ''), ...optionalToken(source, callee) }]
        : [];
      if (callee.type !== 'MemberExpression' || callee['computed']) return optional;
      const property = callee['property'] as Syntax;
      const name = textOf(property);
      const swapped = SWAPPED[name];
      if (swapped) optional.push(inside(node, swapped, property));
      const object = callee['object'] as Syntax;
      if (DROPPED.has(name)) optional.push({ ...inside(node, ''), start: object.end, end: node.end });
      return optional;
    }
    case 'ReturnStatement':
      return returnsNothingAtTheEnd(node, parents) ? [] : [removal(node)];
    case 'ContinueStatement':
    case 'BreakStatement':
      return parents.at(-1)?.type === 'SwitchCase' ? [] : [removal(node)];
    case 'ExpressionStatement':
      return ['CallExpression', 'AssignmentExpression', 'UpdateExpression'].includes(child('expression').type)
        ? [removal(node)]
        : [];
    case 'BlockStatement': {
      const body = node['body'] as readonly Syntax[];
      const only = body[0]?.type;
      // A single statement has a mutant of its own that takes it away.
      if (
        body.length === 0 ||
        (body.length === 1 && /^(?:Return|Expression|Continue|Break)/.test(only ?? ''))
      )
        return [];
      return [{ start: node.start, end: node.end, text: '{}', host: node, kind: 'block' }];
    }
    default:
      return [];
  }

  function conditions(test: Syntax, texts: readonly string[]): Change[] {
    return texts.map((text) => ({ ...inside(test, text), host: test }));
  }
}

function removal(node: Syntax): Change {
  return { start: node.start, end: node.end, text: ';', host: node, kind: 'statement' };
}

/**
 * The expression that a change is compiled into: the whole chain of calls and members around it, because brackets
 * around a part of a chain take `this` from a call and the end from `?.`.
 */
function hostOf(node: Syntax, parents: readonly Syntax[]): Syntax {
  let host = node;
  for (let i = parents.length - 1; i >= 0; i--) {
    const parent = parents[i] as Syntax;
    const inChain =
      (parent.type === 'MemberExpression' && parent['object'] === host) ||
      (parent.type === 'CallExpression' && parent['callee'] === host) ||
      parent.type === 'ChainExpression' ||
      parent.type === 'TSNonNullExpression';
    if (!inChain) break;
    host = parent;
  }
  return host;
}

function optionalToken(source: string, before: Syntax): { start: number; end: number } {
  const start = source.indexOf('?.', before.end);
  return { start, end: start + 2 };
}

function countLoop(code: MagicString, node: Syntax): void {
  if (!/^(?:For|ForOf|ForIn|While|DoWhile)Statement$/.test(node.type)) return;
  const body = node['body'] as Syntax;
  if (body.type === 'BlockStatement') code.appendRight(body.start + 1, '__tick();');
  else {
    code.appendRight(body.start, '{ __tick();');
    code.appendLeft(body.end, '}');
  }
}

function isText(node: Syntax): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');
}

function isUndefined(node: Syntax): boolean {
  return node.type === 'Identifier' && node['name'] === 'undefined';
}

function returnsNothingAtTheEnd(node: Syntax, parents: readonly Syntax[]): boolean {
  const argument = node['argument'] as Syntax | null;
  if (argument && !isUndefined(argument)) return false;
  const [block, owner] = [parents.at(-1), parents.at(-2)];
  return (
    block?.type === 'BlockStatement' &&
    /Function/.test(owner?.type ?? '') &&
    (block['body'] as readonly Syntax[]).at(-1) === node
  );
}

function isWording(node: Syntax, parents: readonly Syntax[]): boolean {
  if (node.type === 'TemplateLiteral') return true;
  if (node.type !== 'Property' || parents.length === 0) return false;
  const key = node['key'] as Syntax;
  return key.type === 'Identifier' && WORDING.has(key['name'] as string);
}

function shown(source: string, { start, end, text, kind }: Change): { was: string; is: string } {
  const flat = (part: string): string => {
    const line = part.replace(/\s+/g, ' ').trim();
    return line.length > 90 ? `${line.slice(0, 87)}…` : line;
  };
  if (kind !== 'expression') return { was: flat(source.slice(start, end)), is: text };
  const lineEnd = source.indexOf('\n', end);
  const from = Math.max(source.lastIndexOf('\n', start) + 1, start - 30);
  const to = Math.min(lineEnd < 0 ? source.length : lineEnd, end + 30);
  return {
    was: flat(source.slice(from, to)),
    is: flat(source.slice(from, start) + text + source.slice(end, to)),
  };
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** Calls `enter` with every node and the nodes around it; goes on below it when that gives true. */
function visit(
  node: Syntax,
  parents: Syntax[],
  enter: (node: Syntax, parents: readonly Syntax[]) => boolean,
): void {
  const typeOnly = node.type.startsWith('TS') && !('expression' in node);
  if (typeOnly || enter(node, parents) === false) return;
  parents.push(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isSyntax(child)) visit(child, parents, enter);
  parents.pop();
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
