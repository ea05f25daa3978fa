import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Gate } from './gate.ts';

/** One long piece of work as the client shows it. */
export interface Task {
  readonly cancelled: boolean;
  report(message: string, percentage: number): void;
  end(message?: string): void;
}

/** Shows work that takes its time, with a button to end it, where the client can. */
export class Progress {
  readonly #running = new Map<string, { cancelled: boolean }>();
  #last = 0;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    gate: Gate,
  ) {
    gate.notification('window/workDoneProgress/cancel', ({ token }: { token: string | number }) => {
      const running = this.#running.get(String(token));
      if (running) running.cancelled = true;
    });
  }

  async begin(title: string): Promise<Task> {
    const state = { cancelled: false };
    const silent = { ...NOTHING };
    if (!this.client.workDoneProgress) return silent;
    const token = `decision-rights-${++this.#last}`;
    try {
      await this.connection.sendRequest('window/workDoneProgress/create', { token });
    } catch {
      return silent;
    }
    this.#running.set(token, state);
    const send = (value: object): void =>
      void this.connection.sendNotification('$/progress', { token, value });
    send({ kind: 'begin', title, cancellable: true, percentage: 0 });
    return {
      get cancelled() {
        return state.cancelled;
      },
      report: (message, percentage) => send({ kind: 'report', message, percentage, cancellable: true }),
      end: (message) => {
        this.#running.delete(token);
        send({ kind: 'end', ...(message !== undefined && { message }) });
      },
    };
  }
}

const NOTHING: Task = { cancelled: false, report: () => undefined, end: () => undefined };
