import * as vscode from 'vscode';

const TYPE = 'decision-rights';

interface CheckTask extends vscode.TaskDefinition {
  /** Files and folders to check; the workspace folder by default. */
  readonly paths?: readonly string[];
}

/** Task "decision-rights: check": what continuous integration runs, with its findings in the Problems view. */
export function checkTasks(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskFor(folder, { type: TYPE })),
    resolveTask(task) {
      const definition = task.definition as CheckTask;
      const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
      return folder && definition.type === TYPE ? taskFor(folder, definition) : undefined;
    },
  });
}

function taskFor(folder: vscode.WorkspaceFolder, definition: CheckTask): vscode.Task {
  const paths = (definition.paths ?? ['.']).map((value) => ({ value, quoting: vscode.ShellQuoting.Strong }));
  const execution = new vscode.ShellExecution('npx', ['decision-rights', 'check', ...paths]);
  const task = new vscode.Task(definition, folder, 'check', TYPE, execution, '$decision-rights');
  task.group = vscode.TaskGroup.Test;
  return task;
}
