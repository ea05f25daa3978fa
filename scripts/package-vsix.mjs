/**
 * Writes the extension as one .vsix file, from the bundles that `npm run build` made.
 *
 *     node scripts/package-vsix.mjs [--out FILE]
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Where the package goes unless another place is asked for. */
export function vsixPath() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}

/** The files that go into the package, as paths from the repository's root. */
export async function packagedFiles() {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  return files.map((path) => path.replaceAll('\\', '/')).sort();
}

/**
 * @param {string} [out]
 * @returns {Promise<string>} the file written
 */
export async function packageVsix(out = vsixPath()) {
  const missing = BUNDLES.filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new Error(`Run "npm run build" first: ${missing.join(', ')} is missing.`);
  await createVSIX({
    cwd: root,
    packagePath: out,
    // Everything is in the bundles.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return out;
}

const BUNDLES = [
  'client/dist/node.cjs',
  'client/dist/browser.cjs',
  'server/dist/lsp.cjs',
  'server/dist/lsp-browser.js',
  'server/dist/parts/engine.cjs',
  'server/dist/parts/rule-texts.json',
];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const file = await packageVsix(values.out);
  console.log(`${file}  ${Math.round(statSync(file).size / 1024)} KiB`);
}
