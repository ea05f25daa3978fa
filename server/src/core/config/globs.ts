import picomatch from 'picomatch/posix';

/** Long enough for any folder layout, short enough that matching stays quick. */
const MAX_GLOB = 200;

const compiled = new Map<string, (path: string) => boolean>();

/**
 * True when one of the globs matches `path`, which is relative to the configuration's folder and uses `/`.
 * Ordinary globs only (`*`, `**`, `?`, `{a,b}`, `[a-z]`); a glob that cannot be read matches nothing.
 */
export function matchesGlob(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => matcher(glob)(path));
}

function matcher(glob: string): (path: string) => boolean {
  let found = compiled.get(glob);
  if (!found) {
    found = compile(glob);
    compiled.set(glob, found);
  }
  return found;
}

function compile(glob: string): (path: string) => boolean {
  const plain = glob.replace(/^\.\//, '');
  // Stars in one name make matching slow: nobody needs five.
  if (plain.length > MAX_GLOB || plain.split('/').some((name) => (name.match(/\*/g) ?? []).length > 4))
    return () => false;
  try {
    // A folder stands for everything in it.
    const pattern = plain.endsWith('/') ? `${plain}**` : plain;
    return picomatch(pattern, { dot: true, noextglob: true, nocase: false });
  } catch {
    return () => false;
  }
}
