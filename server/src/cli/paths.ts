import { UsageError } from './options.ts';

/** An absolute path with `/`, from one that may be relative to `cwd`; `.` and `..` resolved. */
export function absolute(cwd: string, path: string): string {
  const slashed = /^[A-Za-z]:\\/.test(cwd) || /^[A-Za-z]:\//.test(cwd) ? path.replaceAll('\\', '/') : path;
  const joined = /^(?:\/|[A-Za-z]:\/)/.test(slashed) ? slashed : `${cwd}/${slashed}`;
  const out: string[] = [];
  for (const part of joined.split('/')) {
    if (part === '..') {
      if (out.length > 1) out.pop();
    } else if (part !== '.' && (part !== '' || out.length === 0)) out.push(part);
  }
  return out.length === 1 ? `${out[0]}/` : out.join('/');
}

/** A path as it is shown: relative to the current directory, with `/`. */
export function shown(cwd: string, path: string): string {
  const from = cwd.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  if (common === 0 && /^[A-Za-z]:/.test(path)) return path;
  const relative = [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
  return relative === '' ? '.' : relative;
}

/** `2026-03-02` as milliseconds since 1970 UTC at its start; throws UsageError for anything else. */
export function todayOption(
  value: string | undefined,
  parse: (text: string) => number | undefined,
): number | undefined {
  if (value === undefined) return undefined;
  const day = parse(value);
  if (day === undefined) throw new UsageError(`--today takes a date such as 2026-03-02, not "${value}".`);
  return day * 86_400_000;
}
