import assert from 'node:assert/strict';
import { inWorkspace } from '../support/cli.ts';

const rulesOf = (out: string): string[] =>
  (JSON.parse(out) as { files: { findings: { rule: string }[] }[] }).files.flatMap(({ findings }) =>
    findings.map(({ rule }) => rule),
  );

describe('frontmatter of another tool', () => {
  it('says nothing about decision rights in a file that is only named', () =>
    inWorkspace(
      { 'post.md': '---\nlayout: post\nstatus: draft\nowner: [ann, ben]\ntags: [a]\n---\n\n# A post\n' },
      async (workspace) => {
        assert.deepEqual(rulesOf((await workspace.run(['check', 'post.md', '--format=json'])).out), []);
      },
    ));

  it('is ours as soon as one key is ours alone', () =>
    inWorkspace(
      { 'claims.md': '---\ninitiative: claims\nstauts: pilot\n---\n\n# Claims\n' },
      async (workspace) => {
        assert.deepEqual(rulesOf((await workspace.run(['check', 'claims.md', '--format=json'])).out), [
          'frontmatter-unknown-key',
        ]);
      },
    ));
});
