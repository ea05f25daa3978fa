import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RULE_GROUPS } from '../../../server/src/core/rules/rule.ts';
import { SHARED } from './documents.ts';
import { closeEverything, retry, workspaceUri, writeFile } from './support.ts';

/** The server's findings say where their rule is explained; those of the task are read from its output. */
const fromTask = ({ code, source }: vscode.Diagnostic): boolean =>
  source === 'decision-rights' && typeof code === 'string';

/** One finding, so that there is little to read. */
const ONE_RULE = `rules:
${RULE_GROUPS.map((group) => `  ${group}: off\n`).join('')}  raci-shared-accountable: error
`;

describe('the check task', () => {
  const FILE = 'task/task-shared.md';

  before(async () => {
    await closeEverything();
    await vscode.workspace.fs.createDirectory(workspaceUri('task'));
    await writeFile('task/.decision-rights.yaml', ONE_RULE);
    await writeFile(FILE, SHARED.replace('refund-agent', 'task-shared'));
  });

  after(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(workspaceUri('task'), { recursive: true });
  });

  async function checkTask(): Promise<vscode.Task> {
    const tasks = await retry(() => vscode.tasks.fetchTasks({ type: 'decision-rights' }));
    const task = tasks.find(({ name }) => name === 'check');
    assert.ok(task, tasks.map(({ name }) => name).join());
    return task;
  }

  /** Runs a task to its end; its exit status. */
  function ran(task: vscode.Task): Promise<number | undefined> {
    return new Promise((done, failed) => {
      const ending = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        ending.dispose();
        done(exitCode);
      });
      vscode.tasks.executeTask(task).then(undefined, failed);
    });
  }

  it('is offered with its matcher, and in the group of tests', async () => {
    const task = await checkTask();
    assert.equal(task.source, 'decision-rights');
    assert.deepEqual([...task.problemMatchers], ['$decision-rights']);
    assert.equal(task.group, vscode.TaskGroup.Test);
  });

  /** A task of `tasks.json` that checks these paths, as long as `use` runs. */
  async function withTask(path: string, use: (task: vscode.Task) => Promise<void>): Promise<void> {
    const label = `check ${path}`;
    const problemMatcher = '$decision-rights';
    const tasks = [{ type: 'decision-rights', paths: [path], label, problemMatcher }];
    const uri = await writeFile('.vscode/tasks.json', JSON.stringify({ version: '2.0.0', tasks }));
    try {
      const task = await retry(async () =>
        (await vscode.tasks.fetchTasks()).find(({ name }) => name === label),
      );
      assert.ok(task);
      await use(task);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  }

  it('runs the command and brings its findings to the Problems view, each at its place', async function () {
    this.timeout(120_000);
    await withTask('task', async (task) => {
      // VS Code drops what it has not read when the process ends, so a busy machine may need another run.
      let found: readonly vscode.Diagnostic[] = [];
      for (let run = 0; run < 8 && !found.some(fromTask); run++) {
        assert.equal(await ran(task), 1, 'an error was found');
        await new Promise((done) => setTimeout(done, 1000));
        found = vscode.languages.getDiagnostics(workspaceUri(FILE));
      }
      const one = found.find((other) => fromTask(other) && other.code === 'raci-shared-accountable');
      assert.equal(one?.severity, vscode.DiagnosticSeverity.Error);
      assert.match(one?.message ?? '', /Accountable/);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(FILE)));
      const line = text.split('\n')[one?.range.start.line ?? 0] ?? '';
      assert.match(line.slice(one?.range.start.character), /^A\b/);
    });
  });

  it('has no problem where there is none, in a folder with a blank in its name', async () => {
    await vscode.workspace.fs.createDirectory(workspaceUri('task folder'));
    await writeFile('task folder/plain.md', '# No document of ours\n');
    try {
      await withTask('task folder', async (task) => assert.equal(await ran(task), 0));
    } finally {
      await vscode.workspace.fs.delete(workspaceUri('task folder'), { recursive: true });
    }
  });
});
