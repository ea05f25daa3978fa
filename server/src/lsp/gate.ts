import { type CancellationToken, type Connection, ResponseError } from 'vscode-languageserver';

// JSON-RPC's and the protocol's error numbers.
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INTERNAL_ERROR = -32603;
const NOT_INITIALIZED = -32002;
const CANCELLED = -32800;

/**
 * Every message passes here: none before `initialize` or after `shutdown`, and the failure of one is logged and
 * stays its own.
 */
export class Gate {
  #state: 'new' | 'serving' | 'down' = 'new';

  constructor(private readonly connection: Connection) {
    // Requests nobody serves, also those that come too early.
    connection.onRequest(
      (method: string) =>
        this.#refusal() ?? new ResponseError(METHOD_NOT_FOUND, `Unhandled method ${method}`),
    );
  }

  /** True after a proper shutdown. */
  get isDown(): boolean {
    return this.#state === 'down';
  }

  initialized(): void {
    if (this.#state !== 'new') throw new ResponseError(INVALID_REQUEST, 'The server is initialized already');
    this.#state = 'serving';
  }

  shutDown(): void {
    if (this.#state === 'new') throw new ResponseError(NOT_INITIALIZED, 'The server is not initialized');
    this.#state = 'down';
  }

  /** Serves a request. A cancelled one is answered as such, before work as after it. */
  request<P>(method: string, serve: (params: P, token: CancellationToken) => unknown): void {
    this.connection.onRequest(method, async (params: P, token: CancellationToken): Promise<unknown> => {
      const refusal = this.#refusal();
      if (refusal) return refusal;
      const cancelled = (): ResponseError => new ResponseError(CANCELLED, 'Cancelled');
      if (token.isCancellationRequested) return cancelled();
      try {
        const result = await serve(params, token);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        if (error instanceof ResponseError) return error;
        this.#log(method, error);
        return new ResponseError(INTERNAL_ERROR, `${method} failed: ${messageOf(error)}`);
      }
    });
  }

  /** Takes a notification; dropped when it comes too early or too late. */
  notification<P>(method: string, take: (params: P) => void): void {
    this.connection.onNotification(method, (params: P) => {
      if (this.#state !== 'serving') return;
      try {
        take(params);
      } catch (error) {
        this.#log(method, error);
      }
    });
  }

  /** Runs work that nobody waits for. */
  readonly guard = (what: string, work: () => Promise<void>): void => {
    work().catch((error: unknown) => this.#log(what, error));
  };

  #refusal(): ResponseError | undefined {
    if (this.#state === 'new') return new ResponseError(NOT_INITIALIZED, 'The server is not initialized');
    if (this.#state === 'down') return new ResponseError(INVALID_REQUEST, 'The server is shutting down');
    return undefined;
  }

  #log(what: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${what} failed: ${detail}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
