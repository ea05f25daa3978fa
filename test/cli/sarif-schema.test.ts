import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { inWorkspace } from '../support/cli.ts';

const DOC = `---
type: decision-rights
initiative: claims
owner: [Dana Whitfield, Tom Berg]
# decision-rights-disable-line metric-missing: measured until May
---

# Claims, 100 % 🙂

| Decision | Dana Whitfield | Tom Berg |
| --- | --- | --- |
| Production go-live | A/R | A |
| Choose the supplier | A | R |

Nothing links to [this](missing.md#nowhere).
`;

/** The official schema of SARIF 2.1.0, as Microsoft ships it. It is of draft 4, which names itself by `id`. */
function officialSchema(): Record<string, unknown> {
  const path = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  assert.match(String($schema), /draft-04/);
  assert.match(String(id), /sarif-2\.1\.0/);
  return schema;
}

describe('the SARIF output', () => {
  const schema = officialSchema();
  // The newer validator reads draft 4 but for keywords that this schema does not use (`exclusiveMinimum: true`).
  const valid = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);
  const check = (out: string): void => {
    assert.ok(valid(JSON.parse(out)), JSON.stringify(valid.errors?.slice(0, 5), null, 2));
  };

  it('is valid by the official schema, with findings, fixes, exceptions and odd names', () =>
    inWorkspace(
      { 'my docs/a#1 ü.md': DOC, 'b.md': DOC, '.decision-rights.yaml': 'min_rnak: vp\n' },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=sarif']);
        check(out);
        assert.match(out, /"suppressions"/);
        assert.match(out, /"fixes"/);
        assert.match(out, /"relatedLocations"/);
      },
    ));

  it('is valid without a finding and without a document', () =>
    inWorkspace({ 'plain.md': '# Plain\n' }, async (workspace) => {
      check((await workspace.run(['check', '--format=sarif'])).out);
    }));

  it('would not be valid with a property that SARIF does not know, so that the schema is seen to be read', () => {
    assert.equal(
      valid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, findings: [] }] }),
      false,
    );
    assert.equal(valid({ version: '2.1.0', runs: [{ tool: { driver: {} }, results: [] }] }), false);
  });
});
