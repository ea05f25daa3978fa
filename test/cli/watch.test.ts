import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../server/src/cli/host.ts';
import { run } from '../../server/src/cli/run.ts';
import { nodeHost } from '../../server/src/node/host.ts';
import { watchTree } from '../../server/src/node/watch.ts';
import { Workspace } from '../support/cli.ts';

const DOC = '---\ntype: decision-rights\ninitiative: a\n---\n\n# A\n';

/** A check that watches, with everything it prints; `until` waits for a text, `end` is Ctrl+C. */
class Watching {
  printed = '';
  readonly #waiting = new Set<() => void>();
  #interrupt: () => void = () => undefined;
  readonly code: Promise<number>;
  /** What the clock shows. */
  now = Date.UTC(2026, 2, 2);
  #look: () => void = () => undefined;
  /** True while the clock is looked at. */
  ticking = false;

  constructor(workspace: Workspace, args: readonly string[]) {
    const take = (text: string): void => {
      this.printed += text;
      for (const look of this.#waiting) look();
    };
    const host: Host = {
      ...nodeHost(async () => 0),
      cwd: workspace.folder,
      env: {},
      out: { write: take, isTerminal: false },
      err: { write: take, isTerminal: false },
      now: () => this.now,
      every: (_ms, look) => {
        this.#look = look;
        this.ticking = true;
        return () => {
          this.ticking = false;
        };
      },
      interrupted: () =>
        new Promise((resolve) => {
          this.#interrupt = resolve;
        }),
    };
    this.code = run(['check', '--watch', ...args], host);
  }

  /** What was printed up to and with a text, taken off. */
  until(wanted: RegExp): Promise<string> {
    return new Promise((resolve) => {
      const look = (): void => {
        const match = wanted.exec(this.printed);
        if (!match) return;
        this.#waiting.delete(look);
        const end = match.index + match[0].length;
        const seen = this.printed.slice(0, end);
        this.printed = this.printed.slice(end);
        resolve(seen);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** The clock shows another time, and the host's timer comes round. */
  clockShows(now: number): void {
    this.now = now;
    this.#look();
  }

  end(): Promise<number> {
    this.#interrupt();
    return this.code;
  }
}

describe('check --watch', function () {
  this.timeout(60_000);
  const SUMMARY = / in \d+ files?\.[^\n]*\n/;

  it('checks again on changes, prints what differs, and ends when it is interrupted', async () => {
    const workspace = new Workspace({ '.git/HEAD': '', 'a.md': DOC });
    try {
      const watching = new Watching(workspace, []);
      assert.match(await watching.until(SUMMARY), /in 1 file\./);
      // Nothing that matters: nothing is printed. The next change shows that this one was looked at.
      workspace.write('notes.txt', 'x');
      workspace.write('a.md', DOC.replace('type', '# a remark\ntype'));
      workspace.write('sub/b.md', DOC.replace(': a', ': b'));
      assert.match(await watching.until(/ in 2 files?\.[^\n]*\n/), /sub\/b\.md/);
      workspace.write('sub/b.md', '# no document any more\n');
      assert.match(await watching.until(/ in 1 files?\.[^\n]*\n/), /a\.md/);
      // A configuration in another place of the same workspace.
      workspace.write('.decision-rights.yaml', 'rules: {escalation: off}\n');
      assert.doesNotMatch(await watching.until(SUMMARY), /escalation-missing/);
      rmSync(join(workspace.folder, 'a.md'));
      await watching.until(/No decision-rights document here/);
      assert.equal(await watching.end(), 0);
    } finally {
      workspace.dispose();
    }
  });

  it('says so when a named file goes away, and goes on', async () => {
    const workspace = new Workspace({ '.git/HEAD': '', 'a.md': DOC });
    try {
      const watching = new Watching(workspace, ['a.md', '--format=github']);
      await watching.until(SUMMARY);
      rmSync(join(workspace.folder, 'a.md'));
      await watching.until(/There is no file or folder a\.md/);
      workspace.write('a.md', DOC);
      await watching.until(SUMMARY);
      assert.equal(await watching.end(), 0);
    } finally {
      workspace.dispose();
    }
  });

  it('checks again when midnight has passed, and when the time of a disagreement is over', async () => {
    const gate = DOC.replace(
      'initiative: a\n',
      'initiative: a\nstatus: gate\ngate: {decide_by: 2026-03-02, decider: "Ines Moreau, COO"}\n',
    );
    const log = `${gate}
## Escalation

Dana Whitfield and Priya Nair, CTO, have 24 hours. After that Priya Nair decides.

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-03-02T09:00 | Raise the limit? | Dana Whitfield, Priya Nair | | | |
`;
    const workspace = new Workspace({ '.git/HEAD': '', 'a.md': log });
    try {
      const watching = new Watching(workspace, []);
      watching.now = Date.UTC(2026, 2, 2, 23, 50);
      assert.doesNotMatch(await watching.until(SUMMARY), /gate-overdue|escalation-overdue/);
      // In the same span of time nothing is looked at again: what is printed next is of the next day.
      watching.clockShows(Date.UTC(2026, 2, 2, 23, 59));
      watching.clockShows(Date.UTC(2026, 2, 3, 0, 0));
      const next = await watching.until(SUMMARY);
      assert.match(next, /gate-overdue/);
      assert.doesNotMatch(next, /escalation-overdue/);
      watching.clockShows(Date.UTC(2026, 2, 3, 9, 0));
      assert.match(await watching.until(SUMMARY), /escalation-overdue/);
      assert.equal(watching.ticking, true);
      assert.equal(await watching.end(), 0);
      assert.equal(watching.ticking, false);
    } finally {
      workspace.dispose();
    }
  });

  it('stays on the day that --today gives', async () => {
    const gate = DOC.replace(
      'initiative: a\n',
      'initiative: a\nstatus: gate\ngate: {decide_by: 2026-03-02, decider: "Ines Moreau, COO"}\n',
    );
    const workspace = new Workspace({ '.git/HEAD': '', 'a.md': gate });
    try {
      const watching = new Watching(workspace, ['--today=2026-03-01']);
      await watching.until(SUMMARY);
      watching.clockShows(Date.UTC(2026, 2, 9));
      // The next thing printed is of a change to the file.
      workspace.write('b.md', DOC.replace(': a', ': b'));
      assert.doesNotMatch(await watching.until(/ in 2 files?\.[^\n]*\n/), /gate-overdue/);
      assert.equal(await watching.end(), 0);
    } finally {
      workspace.dispose();
    }
  });

  it('refuses standard input, paths that are not there, and options that are wrong', async () => {
    const workspace = new Workspace({ 'a.md': DOC });
    try {
      for (const args of [['-'], ['none.md'], ['--today=soon']])
        assert.equal((await workspace.run(['check', '--watch', ...args])).code, 2, args.join());
    } finally {
      workspace.dispose();
    }
  });
});

describe('watching a tree', () => {
  it('sees folders that come and go, and nothing below node_modules', async () => {
    const workspace = new Workspace({ 'node_modules/x/y.md': '', 'a/b.md': '' });
    let seen: () => void = () => undefined;
    const paths: string[] = [];
    const stop = watchTree(workspace.folder, (path) => {
      paths.push(path);
      seen();
    });
    const seenAfter = async (change: () => void): Promise<void> => {
      const event = new Promise<void>((resolve) => {
        seen = resolve;
      });
      change();
      await event;
    };
    try {
      await seenAfter(() => mkdirSync(join(workspace.folder, 'new/deep'), { recursive: true }));
      await seenAfter(() => writeFileSync(join(workspace.folder, 'a/c.md'), 'x'));
      await seenAfter(() => rmSync(join(workspace.folder, 'a'), { recursive: true }));
      writeFileSync(join(workspace.folder, 'node_modules/x/y.md'), 'changed');
      await seenAfter(() => writeFileSync(join(workspace.folder, 'last.md'), 'x'));
      assert.deepEqual(
        paths.filter((path) => path.includes('node_modules')),
        [],
      );
      assert.ok(paths.some((path) => path.endsWith('a/c.md')));
    } finally {
      stop();
      workspace.dispose();
    }
  });
});
