import assert from 'node:assert/strict';
import type { Diagnosis } from '../../server/src/core/answers/diagnose.ts';
import { inWorkspace } from '../support/cli.ts';

const READY = `---
type: decision-rights
initiative: claims
owner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-02}
dates: {pilot_started_on: 2026-01-10}
gate:
  defined_on: 2026-01-05
  business_case: {answer: yes, evidence: EUR 96000 a year saved}
  blocked: {reason: No budget}
---
`;

describe('diagnose on the command line', () => {
  it('exits with 0 when all three are yes, 1 when not, 2 when it cannot look', () =>
    inWorkspace(
      {
        'a.md': READY,
        'b.md': '# Notes\n',
        'r.md': '---\ntype: ai-system-register\n---\n',
        'bin.md': new Uint8Array([0xff, 0xfe, 0x41]),
      },
      async (workspace) => {
        assert.equal((await workspace.run(['diagnose', 'a.md'])).code, 0);
        const other = await workspace.run(['diagnose', 'b.md']);
        assert.equal(other.code, 1);
        assert.match(other.out, /^Notes: Assign a business owner\./);
        for (const args of [
          [],
          ['none.md'],
          ['a.md', 'b.md'],
          ['r.md'],
          ['bin.md'],
          ['a.md', '--format=xml'],
        ])
          assert.equal((await workspace.run(['diagnose', ...args])).code, 2, args.join(' '));
      },
    ));

  it('prints JSON with paths and lines', () =>
    inWorkspace({ 'docs/a.md': READY }, async (workspace) => {
      const { out } = await workspace.run(['diagnose', 'docs/a.md', '--format=json', '--today=2026-03-02']);
      const { version, path, asOf, questions, step } = JSON.parse(out) as Diagnosis;
      assert.deepEqual([version, path, asOf, step.id], [1, 'docs/a.md', '2026-03-02T00:00Z', 'ask']);
      assert.deepEqual(
        questions.map(({ id, answer, evidence }) => [id, answer, evidence[0]?.line]),
        [
          ['owner', 'yes', 4],
          ['gate', 'yes', 7],
          ['case', 'yes', 8],
        ],
      );
    }));
});
