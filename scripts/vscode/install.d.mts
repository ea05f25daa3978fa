/** What the TypeScript side uses of `install.mjs`. */
export const repositoryRoot: string;
export const cacheFolder: string;
export const installed: { node: string; codeServer: string; playwright: string };
export function installForTests(): Promise<'desktop' | 'code-server'>;
export function installCodeServer(): Promise<void>;
export function findChromium(): string | undefined;
