import type { FolderEntry } from '../core/workspace/tree.ts';

/** What the server needs from the platform it runs on. Nothing else in `lsp/` touches it. */
export interface Host {
  /** True for schemes whose files `readFile` can read by itself. */
  canRead(scheme: string): boolean;
  /**
   * Text of a file; undefined when it does not exist, cannot be read, is not UTF-8, or the host has no way to
   * this URI. With `inside`, the URI of a folder, also when links lead the file out of that folder.
   */
  readFile(uri: string, inside?: string): Promise<string | undefined>;
  /** The beginning of a file: at most `length` bytes, decoded as far as they go. `whole` when that is all of it. */
  readHead(
    uri: string,
    length: number,
  ): Promise<{ readonly text: string; readonly whole: boolean } | undefined>;
  /** Whether a file or folder is there, links resolved, without leaving the folder `inside`. */
  exists(uri: string, inside: string): Promise<boolean>;
  /** The entries of a folder in name order, links not followed; undefined where the host cannot tell. */
  list(uri: string): Promise<readonly FolderEntry[] | undefined>;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Calls back in a later turn of the event loop. */
  defer(callback: () => void): void;
  /** Calls back every `ms` milliseconds as long as the process lives; does not keep it alive. */
  every(ms: number, callback: () => void): void;
  /** Asked after each check of long work: gives back now and then what memory it left behind, where the host can. */
  relieve?(): void;
}
