/** What an entry of a folder or a path is; symbolic links are followed for paths, not for folder entries. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** The file system as the command line needs it. Paths are absolute and use `/`. */
export interface FileSystem {
  /** What the path is; undefined when nothing is there. */
  kind(path: string): Promise<FileKind | undefined>;
  /** The bytes of a file; rejects with a message that a person understands. */
  read(path: string): Promise<Uint8Array>;
  /** At most the first `length` bytes of a file; rejects as `read` does. */
  head(path: string, length: number): Promise<Uint8Array>;
  /** The entries of a folder in name order; empty when it cannot be read. */
  list(folder: string): Promise<readonly { readonly name: string; readonly kind: FileKind }[]>;
  /** The path with every link resolved; the path itself when that fails. */
  real(path: string): Promise<string>;
  /**
   * Replaces a file in one step (a temporary file is renamed), keeping its mode. Rejects when the file is no
   * longer what `before` says: somebody else changed it meanwhile.
   */
  replace(path: string, text: string, before: Uint8Array): Promise<void>;
  /** Writes a new file; rejects when one is there. */
  create(path: string, text: string): Promise<void>;
  /** Writes a file of our own, with the folders above it, in one step; whatever was there is replaced. */
  store?(path: string, text: string): Promise<void>;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** The world outside: everything `run` may touch. */
export interface Host {
  /** The current directory, absolute, with `/`. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
  readonly err: Output;
  readonly files: FileSystem;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  readStandardInput(): Promise<Uint8Array>;
  /** Asks a person; undefined when there is no terminal to ask at. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Runs the language server until it ends; its exit code. */
  serve(args: readonly string[]): Promise<number>;
  /** Runs the MCP server until it ends; its exit code. */
  mcp?(): Promise<number>;
  /** Tells two builds of one version apart. */
  readonly build?: string;
  /** Where the system keeps what can be made again, absolute; undefined where it has no such place. */
  readonly cacheFolder?: string | undefined;
  /** Calls back with what changed below a folder; the function returned ends it. */
  watch?(folder: string, changed: (path: string) => void): () => void;
  /** Calls back every `ms` milliseconds, without keeping the process alive; the function returned ends it. */
  every?(ms: number, callback: () => void): () => void;
  /** Resolves when somebody asks the process to end. */
  interrupted?(): Promise<void>;
}
