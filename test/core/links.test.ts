import assert from 'node:assert/strict';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import {
  headingAnchors,
  isLocal,
  linkedPaths,
  linkTarget,
  lookUpLinks,
  resolveLink,
  slugOf,
} from '../../server/src/core/workspace/links.ts';
import { join, relativePath } from '../../server/src/core/workspace/paths.ts';
import { factsFromFiles, MemoryWorkspace } from '../support/workspace.ts';

const open = (text: string) =>
  new DecisionRightsDocument('docs/claims.md', text, { type: 'decision-rights', by: 'name' });

describe('links', () => {
  it('are looked up where they stand for evidence, a record or a document', () => {
    const text = [
      '---',
      'owner: {name: Dana Whitfield, evidence: ../evidence/dana.md}',
      'escalation: {documented_in: decisions/}',
      'gate: {business_case: {link: https://example.com/case}, readiness: "[assessment](ready.md#result)"}',
      'contested: {record: Minutes of May}',
      '---',
      '',
      '# Claims',
      '',
      'See [the policy](policy.md).',
      '',
      '- Evidence: [mail](mail.md)',
      '',
      '## Escalation log',
      '',
      '| Opened | Record |',
      '| --- | --- |',
      '| 2026-01-02 | [decided](log/1.md) [a mail](mailto:a@b.de) [web](https://b.de) |',
      '',
      '[ref]: x.md',
      '',
    ].join('\n');
    assert.deepEqual(
      linkedPaths(open(text)).map(({ url, span }) => [url, text.slice(span.start, span.end)]),
      ['../evidence/dana.md', 'ready.md#result', 'mail.md', 'log/1.md'].map((url) => [url, url]),
    );
  });

  it('to the web, mail and folders are never looked up', () => {
    for (const url of [
      'https://a.b/c.md',
      'HTTP://a',
      'mailto:a@b.c',
      'command:x',
      '//a.b/c',
      'decisions/',
      '',
      '#',
      'a\\b.md',
      'file:///etc/passwd',
    ])
      assert.equal(isLocal(url), false, url);
    for (const url of ['a.md', './a.md', '../a.md', '/a.md', 'a%20b.md', '#x', 'a.md#b'])
      assert.equal(isLocal(url), true, url);
  });

  it('resolve against their own folder, never outside the workspace', () => {
    assert.deepEqual(resolveLink('docs/a.md', '../evidence/x%20y.md#Top'), {
      path: 'evidence/x y.md',
      heading: 'Top',
    });
    assert.deepEqual(resolveLink('docs/a.md', '/root.md'), { path: 'root.md', heading: undefined });
    assert.deepEqual(resolveLink('docs/a.md', '#stop'), { path: 'docs/a.md', heading: 'stop' });
    assert.deepEqual(resolveLink('docs/a.md', 'b.md?raw=1'), { path: 'docs/b.md', heading: undefined });
    assert.deepEqual(resolveLink('docs/a.md', '100%.md'), { path: 'docs/100%.md', heading: undefined });
    assert.equal(resolveLink('docs/a.md', '../../etc/passwd'), undefined);
    assert.equal(resolveLink('docs/a.md', '/../x.md'), undefined);
    assert.equal(resolveLink('docs/a.md', '%2e%2e/%2e%2e/x.md'), undefined);
  });

  it('know headings by the anchors GitHub gives them', () => {
    assert.equal(slugOf('3. Kill switch & Roll-back!'), '3-kill-switch--roll-back');
    assert.equal(slugOf('Übersicht: 決定 権限'), 'übersicht-決定-権限');
    const anchors = headingAnchors(
      '# Stop\n\n## Stop\n\n<a id="here"></a>\n\n```\n# Code\n```\n\nSetext\n===\n',
    );
    assert.deepEqual([...anchors].sort(), ['here', 'setext', 'stop', 'stop-1']);
  });

  it('say whether file and heading are there, and which file is nearest', () => {
    const files = {
      paths: ['docs/a.md', 'evidence/acceptance.md', 'evidence/other.md', 'old/minutes.md'],
      anchors: (path: string) => (path === 'evidence/acceptance.md' ? new Set(['signed']) : undefined),
    };
    const target = (url: string) => linkTarget('docs/a.md', url, files);
    assert.deepEqual(target('../evidence/acceptance.md#signed'), { file: true, heading: true });
    assert.deepEqual(target('../evidence/acceptance.md#SIGNED'), { file: true, heading: true });
    assert.deepEqual(target('../evidence/acceptance.md#unsigned'), { file: true, heading: false });
    assert.deepEqual(target('../evidence/other.md#unknown'), { file: true, heading: true });
    assert.deepEqual(target('../evidence'), { file: true, heading: true });
    assert.deepEqual(target('../evidence/acceptence.md#x'), {
      file: false,
      heading: false,
      nearest: '../evidence/acceptance.md#x',
    });
    assert.deepEqual(target('minutes.md'), { file: false, heading: false, nearest: '../old/minutes.md' });
    assert.deepEqual(target('nothing-like-it.md'), { file: false, heading: false });
    assert.equal(target('../../x.md'), undefined);
  });

  it('are gathered with as few reads as can be', async () => {
    const doc = open(
      '---\nowner: {name: Dana, evidence: e.md#top}\ngate: {readiness: r.md}\n---\n\n# Claims\n',
    );
    const workspace = new MemoryWorkspace({
      'docs/e.md': '# Top\n',
      'docs/r.md': '# R\n',
      'docs/unrelated.md': '',
    });
    const link = await lookUpLinks(doc, 'docs/claims.md', workspace);
    assert.deepEqual(link('docs/claims.md', 'e.md#top'), { file: true, heading: true });
    assert.deepEqual(link('docs/claims.md', 'r.md'), { file: true, heading: true });
    assert.deepEqual(workspace.reads, ['docs/e.md']);
    const none = await lookUpLinks(open('# Claims\n'), 'docs/claims.md', workspace);
    assert.equal(none('docs/claims.md', 'x.md'), undefined);
  });

  it('join and shorten paths', () => {
    assert.equal(join('a/b', '../c/./d.md'), 'a/c/d.md');
    assert.equal(join('', '../x'), undefined);
    assert.equal(relativePath('a/b', 'a/c/d.md'), '../c/d.md');
    assert.equal(relativePath('', 'd.md'), 'd.md');
    assert.equal(relativePath('a', 'a/d.md'), 'd.md');
  });
});

describe('workspace facts', () => {
  it('tell what each document and register says to the others', () => {
    const facts = factsFromFiles({
      'docs/claims.md':
        '---\ntype: decision-rights\ninitiative: claims-triage\nstatus: production\nuse_case_class: back-office\nowner: Dana Whitfield, VP Claims\n---\n\n# Claims triage\n',
      'register.md':
        '---\ntype: ai-system-register\n---\n\n# Systems\n\n| System | Unit | First call | Document |\n| --- | --- | --- | --- |\n| Claims triage | Claims | Dana | [rights](docs/claims.md#owner) |\n| Router | Service | | |\n',
      'notes.md': '# Notes\n',
    });
    const [claims, ...others] = facts.documents;
    assert.deepEqual(others, []);
    assert.equal(claims?.initiative, 'claims-triage');
    assert.equal(claims?.title, 'Claims triage');
    assert.equal(claims?.status, 'production');
    assert.equal(claims?.useCaseClass, 'back-office');
    assert.equal(claims?.owner, 'Dana Whitfield');
    assert.deepEqual(
      facts.registers.map(({ rows }) => rows.map(({ system, document }) => [system, document])),
      [
        [
          ['Claims triage', 'docs/claims.md'],
          ['Router', undefined],
        ],
      ],
    );
  });
});
