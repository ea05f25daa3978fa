/**
 * Opens a folder in a VS Code in your browser, with the packaged extension installed: prints the address and
 * runs until Ctrl+C. What you change in the folder is really changed.
 *
 *     node scripts/vscode/open-web.mjs --vsix X.vsix --folder examples [--port 8123]
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installExtension, makeScratchFolder, pageAddress, startCodeServer } from './code-server.mjs';
import { installCodeServer } from './install.mjs';

/**
 * @param {{ vsix?: string, folder: string, port?: number }} options
 * @returns {Promise<{ url: string, exited: Promise<number | null>, close: () => void }>}
 */
export async function openWeb({ vsix, folder, port = 0 }) {
  const scratch = makeScratchFolder();
  const folders = { scratch: scratch.path };
  try {
    if (vsix) await installExtension(vsix, folders);
    const server = await startCodeServer({ ...folders, port });
    const close = () => {
      server.stop();
      scratch.remove();
    };
    return { url: pageAddress(server.url, resolve(folder)), exited: server.exited, close };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      vsix: { type: 'string' },
      folder: { type: 'string', default: 'examples' },
      port: { type: 'string', default: '0' },
    },
  });
  await installCodeServer();
  const web = await openWeb({ vsix: values.vsix, folder: values.folder, port: Number(values.port) });
  console.log(`VS Code is open at ${web.url}\nCtrl+C ends it.`);
  const signal = new Promise((stop) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, stop);
  });
  await Promise.race([signal, web.exited]);
  web.close();
  process.exit();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
