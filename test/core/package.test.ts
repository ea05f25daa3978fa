import assert from 'node:assert/strict';
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };
import { packagedFiles } from '../../scripts/package-vsix.mjs';
import { TOKEN_LEGEND } from '../../server/src/core/features/token-legend.ts';

describe('the packaged extension', () => {
  it('holds what runs, and nothing else', async function () {
    // It looks through the whole folder, node_modules and all.
    this.timeout(120_000);
    assert.deepEqual(await packagedFiles(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'client/dist/browser.cjs',
      'client/dist/node.cjs',
      'docs/walkthrough/gate.md',
      'docs/walkthrough/owner.md',
      'docs/walkthrough/portfolio.md',
      'docs/walkthrough/stop.md',
      'docs/walkthrough/write.md',
      'l10n/bundle.l10n.json',
      'package.json',
      'package.nls.json',
      'schemas/config.schema.json',
      'schemas/people.schema.json',
      'server/dist/lsp-browser.js',
      'server/dist/lsp.cjs',
      'server/dist/parts/answers.cjs',
      'server/dist/parts/character-names.cjs',
      'server/dist/parts/character-names.json',
      'server/dist/parts/engine.cjs',
      'server/dist/parts/features.cjs',
      'server/dist/parts/libraries.cjs',
      'server/dist/parts/package.cjs',
      'server/dist/parts/protocol.cjs',
      'server/dist/parts/requests.cjs',
      'server/dist/parts/rolldown-runtime.cjs',
      'server/dist/parts/rule-texts.json',
      'server/dist/parts/server.cjs',
      'snippets/decision-rights.json',
      'syntaxes/directive.injection.tmLanguage.json',
      'syntaxes/frontmatter.injection.tmLanguage.json',
    ]);
  });

  it('has a text for every %key% of the manifest, and no other', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('gives every semantic token of the server a description and a colour', () => {
    const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
    const legend = [...TOKEN_LEGEND];
    assert.deepEqual(
      semanticTokenTypes.map(({ id }) => id),
      legend,
    );
    assert.deepEqual(Object.keys(semanticTokenScopes[0]?.scopes ?? {}), legend);
  });
});
