/**
 * The files around a document, as a host (command line, language server, tests) offers them. Paths are relative
 * to the workspace root, with `/`. Nothing outside the root is ever asked for.
 */
export interface Workspace {
  /** The file's text; undefined when there is none, or it cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** The paths of all files that are not ignored, in any order. */
  list(): Promise<readonly string[]>;
  /** Whether a file is there that `list` may leave out. */
  exists?(path: string): Promise<boolean>;
  /** Calls back with paths that appeared, changed or went away; the function returned ends it. */
  watch?(changed: (paths: readonly string[]) => void): () => void;
}
