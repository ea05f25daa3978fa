/**
 * Takes pictures of a report page as people meet it: light, dark, on paper, and in a narrow window.
 *
 *     node scripts/report-screens.mjs REPORT.html out/screens/
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './vscode/code-server.mjs';

const [file, folder] = process.argv.slice(2);
if (!file || !folder) {
  console.error('report-screens.mjs REPORT.html FOLDER');
  process.exit(2);
}
/** Pixels a picture is high, and how many there are at most: a long page in one would be too small to judge. */
const [SLICE, MOST] = [1400, 8];

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const [name, { width, ...emulated }] of Object.entries({
    light: { width: 1280, colorScheme: 'light' },
    dark: { width: 1280, colorScheme: 'dark' },
    narrow: { width: 800, colorScheme: 'light' },
    print: { width: 794, media: 'print' },
  })) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('console', (message) => console.error(`${name}: ${message.text()}`));
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await page.emulateMedia(emulated);
    await page.goto(pathToFileURL(resolve(file)).href);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0, i = 1; top < height && i <= MOST; top += SLICE, i++) {
      const clip = { x: 0, y: top, width, height: Math.min(SLICE, height - top) };
      await page.screenshot({ path: join(folder, `${name}-${i}.png`), fullPage: true, clip });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) console.error(`${name}: the page is ${wide} px wider than its window`);
    if (name === 'print') await page.pdf({ path: join(folder, 'print.pdf'), format: 'A4' });
    await page.close();
  }
} finally {
  await browser.close();
}
