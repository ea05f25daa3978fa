import * as vscode from 'vscode';

/**
 * The output channel as the language client's tracer wants it. The library traces only while the channel's
 * log level is Trace, which a person would have to find and set besides our setting; here the setting
 * `decisionRights.trace.server` alone decides, and what is traced appears at once.
 */
export function traceChannel(output: vscode.LogOutputChannel): vscode.LogOutputChannel & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const level = () => {
    const trace = vscode.workspace.getConfiguration('decisionRights').get<string>('trace.server', 'off');
    return trace === 'off' ? vscode.LogLevel.Off : vscode.LogLevel.Trace;
  };
  const subscription = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('decisionRights.trace.server')) changed.fire(level());
  });
  return Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: { value: (message: string) => output.info(message) },
    dispose: {
      value: () => {
        subscription.dispose();
        changed.dispose();
      },
    },
  });
}
