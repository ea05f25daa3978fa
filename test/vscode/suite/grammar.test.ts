import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { textsWith, tokenize } from '../../support/tokenize.ts';
import { ORDINARY, SHARED } from './documents.ts';
import { EXTENSION_ID } from './extension.ts';

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
}

/** Tokens as this VS Code's own Markdown, YAML and HTML grammars give them, with ours injected. */
function read(text: string) {
  const grammars = vscode.extensions.all.flatMap(({ extensionPath, packageJSON }) => {
    const contributed: GrammarContribution[] = packageJSON.contributes?.grammars ?? [];
    return contributed.map(({ scopeName, path }) => [scopeName, join(extensionPath, path)] as const);
  });
  const root = vscode.extensions.getExtension(EXTENSION_ID)?.extensionPath ?? '';
  return tokenize(text, root, Object.fromEntries(grammars));
}

describe("the grammar on top of VS Code's own", () => {
  it('marks our keys after the line that makes the file ours, up to the end of the frontmatter', async () => {
    const yaml =
      'x-note: |\n  owner: no\nowner:\n  name: Dana\nmetrics:\n- name: x\n  type: revenue\nstatus:';
    const tokens = await read(SHARED.replace('status:', yaml));
    const keys = textsWith(tokens, 'variable.other.key.decision-rights');
    assert.deepEqual(keys, ['type', 'initiative', 'owner', 'metrics', 'status']);
    assert.deepEqual(textsWith(tokens, 'entity.name.tag.yaml'), ['x-note', 'name', 'name', 'type']);
    assert.ok(
      textsWith(tokens, 'entity.name.section.markdown').includes('Refund agent'),
      'the body is as ever',
    );
  });

  it('marks nothing in ordinary frontmatter', async () => {
    assert.deepEqual(textsWith(await read(ORDINARY), 'variable.other.key.decision-rights'), []);
  });

  it('marks directives on their own line and within one', async () => {
    const comment = '<!-- decision-rights-disable-next-line raci-missing: agreed -->';
    const tokens = await read(`${SHARED}\n${comment}\n\nText ${comment} more.\n`);
    const twice = (text: string) => [text, text];
    assert.deepEqual(
      textsWith(tokens, 'keyword.control.directive.decision-rights'),
      twice('decision-rights-disable-next-line'),
    );
    assert.deepEqual(textsWith(tokens, 'variable.parameter.rule.decision-rights'), twice('raci-missing'));
    assert.deepEqual(textsWith(tokens, 'string.unquoted.reason.decision-rights'), twice('agreed'));
  });
});
