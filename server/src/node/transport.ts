import { connect } from 'node:net';
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** How the client and this process speak. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Calls back when the client is gone. */
  onEnd(callback: () => void): void;
}

/** The transport the arguments ask for: `--stdio` (also without any), `--node-ipc`, `--socket=PORT`, `--pipe=NAME`. */
export async function openTransport(args: readonly string[]): Promise<Transport> {
  if (args.includes('--node-ipc'))
    return {
      reader: new IPCMessageReader(process),
      writer: new IPCMessageWriter(process),
      onEnd: (callback) => void process.on('disconnect', callback),
    };
  const port = optionOf(args, '--socket');
  const pipe = optionOf(args, '--pipe');
  if (port !== undefined || pipe !== undefined) {
    const socket = pipe === undefined ? connect(Number(port), '127.0.0.1') : connect(pipe);
    await new Promise<void>((opened, failed) => {
      socket.once('connect', opened);
      socket.once('error', failed);
    });
    return {
      reader: new StreamMessageReader(socket),
      writer: new StreamMessageWriter(socket),
      onEnd: (callback) => void socket.on('close', callback),
    };
  }
  // Standard output belongs to the protocol.
  console.log = console.info = console.debug = console.error;
  return {
    reader: new StreamMessageReader(process.stdin),
    writer: new StreamMessageWriter(process.stdout),
    onEnd: (callback) => void process.stdin.on('end', callback),
  };
}

/** `--name=value` or `--name value`. */
function optionOf(args: readonly string[], name: string): string | undefined {
  const index = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const arg = args[index];
  if (arg === undefined) return undefined;
  return arg === name ? args[index + 1] : arg.slice(name.length + 1);
}
