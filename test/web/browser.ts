import { existsSync } from 'node:fs';

/** The little of Playwright that is used here; it is not among the dependencies. */
export interface Page {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  addInitScript(body: string): Promise<unknown>;
  emulateMedia(media: { colorScheme?: 'light' | 'dark'; media?: 'print' | 'screen' }): Promise<void>;
  evaluate<T>(body: string): Promise<T>;
  waitForFunction(body: string): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  on(
    event: 'pageerror' | 'console' | 'request',
    listen: (said: { text?(): string; url?(): string }) => void,
  ): void;
  close(): Promise<void>;
}

export interface Browser {
  newPage(options?: { bypassCSP?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

/** Chromium, where one can be had at all: the step before these tests installs it. */
export async function launchWhereInstalled(): Promise<Browser | undefined> {
  const { installed } = (await import('../../scripts/vscode/install.mjs')) as {
    installed: { playwright: string };
  };
  if (!existsSync(installed.playwright)) return undefined;
  // By address: the script has no types.
  const script = new URL('../../scripts/vscode/code-server.mjs', import.meta.url).href;
  const { launchBrowser } = (await import(script)) as { launchBrowser(): Promise<Browser> };
  return launchBrowser();
}

/** Counts what a page says on its console and throws, and every address it asks for. */
export function listenTo(page: Page): { said: string[]; asked: string[] } {
  const said: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => void said.push(String(error)));
  page.on('console', (message) => void said.push(message.text?.() ?? ''));
  page.on('request', (request) => void asked.push(request.url?.() ?? ''));
  return { said, asked };
}
