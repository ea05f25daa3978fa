import assert from 'node:assert/strict';
import { inWorkspace } from '../support/cli.ts';

describe('decision-rights new', () => {
  it('writes a document whose only findings are its placeholders', () =>
    inWorkspace({}, async (workspace) => {
      const { code, out } = await workspace.run(['new', 'refund-agent.md', '--title', 'Refund agent']);
      assert.equal(code, 0);
      assert.match(out, /^Wrote refund-agent\.md/);
      const checked = await workspace.run(['check', 'refund-agent.md', '--format=json']);
      const json = JSON.parse(checked.out) as { files: { findings: { rule: string }[] }[] };
      const rules = new Set(json.files[0]?.findings.map((finding) => finding.rule));
      // The owner's seat has a finding of its own for a placeholder.
      assert.deepEqual([...rules].sort(), ['doc-placeholder', 'owner-unnamed']);
    }));

  it('asks on a terminal, and asks again when the answer is none of the choices', () =>
    inWorkspace({}, async (workspace) => {
      const { code, err } = await workspace.run(['new', 'a.md', '--title', 'A'], {
        answers: ['soon', 'gate', 'agentic'],
      });
      assert.equal(code, 0);
      assert.match(err, /status is one of pilot, gate/);
      assert.match(workspace.read('a.md'), /^status: gate$/m);
      assert.match(workspace.read('a.md'), /^autonomy: agentic$/m);
    }));

  it('overwrites nothing and knows its answers', () =>
    inWorkspace({ 'a.md': 'mine\n' }, async (workspace) => {
      assert.equal((await workspace.run(['new', 'a.md'])).code, 2);
      assert.equal(workspace.read('a.md'), 'mine\n');
      assert.equal((await workspace.run(['new', 'b.md', '--status', 'soon'])).code, 2);
      assert.match((await workspace.run(['new', '--help'])).out, /--owner-title/);
    }));
});

describe('decision-rights adopt', () => {
  it('adds frontmatter from what the body says and changes nothing else', () =>
    inWorkspace(
      { 'a.md': '# Claims triage\r\n\r\n**Business owner:** Dana Whitfield, VP Claims\r\n' },
      async (workspace) => {
        const before = workspace.read('a.md');
        assert.equal((await workspace.run(['adopt', 'a.md'])).code, 0);
        const after = workspace.read('a.md');
        assert.ok(after.endsWith(before));
        assert.match(after, /^---\r\ntype: decision-rights\r\n/);
        assert.match(after, /Dana Whitfield.*\r\n/);
        const again = await workspace.run(['adopt', 'a.md']);
        assert.match(again.err, /already/);
        assert.equal(workspace.read('a.md'), after);
      },
    ));
});
