import assert from 'node:assert/strict';
import type { CodeLens, FoldingRange, InlayHint, Location, SymbolInformation } from 'vscode-languageserver';
import { FULL_CLIENT, LspClient, type OpenFile } from '../support/lsp-client.ts';

const CONFIG = 'people: people.yaml\n';
const PEOPLE = `people:
  - id: dana
    name: Dana Whitfield
    title: VP Claims
    unit: Claims
    aliases: [D. Whitfield]
  - id: omar
    name: Omar Haddad
    title: CTO
roles:
  CTO: omar
`;
const CLAIMS = `---
type: decision-rights
initiative: claims
title: Claims triage
owner: Dana Whitfield, VP Claims
contested:
  record: records/may.md#outcome
---

# Claims triage

| Decision | Dana Whitfield | CTO |
| --- | --- | --- |
| Pilot go/no-go | A | R |
| Production go-live | A | R |
`;
const REFUNDS = CLAIMS.replace('claims\n', 'refunds\n')
  .replaceAll('Claims triage', 'Refunds')
  .replace('owner: Dana Whitfield, VP Claims', 'owner: D. Whitfield');
const REGISTER = `---
type: ai-system-register
---

# AI systems

| System | Unit | First call | Identified on | Owner | Assigned on | Document |
| --- | --- | --- | --- | --- | --- | --- |
| claims | Claims | Omar Haddad | 2026-01-12 | Dana Whitfield | 2026-01-20 | [claims](docs/claims.md) |
`;

describe('language server: navigation', () => {
  let client: LspClient;
  let claims: OpenFile;

  beforeEach(async () => {
    client = new LspClient();
    client.write('.decision-rights.yaml', CONFIG);
    client.write('people.yaml', PEOPLE);
    client.write('docs/claims.md', CLAIMS);
    client.write('docs/refunds.md', REFUNDS);
    client.write('ai-systems.md', REGISTER);
    await client.initialize(FULL_CLIENT);
    claims = client.open('docs/claims.md', CLAIMS);
  });
  afterEach(() => client.dispose());

  const definition = (file: OpenFile, text: string): Promise<Location[]> =>
    client.request('textDocument/definition', { textDocument: file.document, position: file.at(text, 1) });
  const references = (file: OpenFile, text: string, includeDeclaration = false): Promise<Location[]> =>
    client.request('textDocument/references', {
      textDocument: file.document,
      position: file.at(text, 1),
      context: { includeDeclaration },
    });
  const inFile = (locations: Location[]): string[] =>
    locations.map(({ uri, range }) => `${uri.slice(client.root.length + 1)}:${range.start.line + 1}`);

  it('leads from a person and a position to the people register', async () => {
    const [dana] = await definition(claims, 'Dana Whitfield, VP');
    assert.equal(dana?.uri, client.uri('people.yaml'));
    assert.deepEqual(dana?.range, { start: { line: 2, character: 10 }, end: { line: 2, character: 24 } });
    assert.deepEqual(inFile(await definition(claims, 'CTO')), ['people.yaml:11']);
  });

  it('leads from a row of the production register to the document, and from an initiative to it', async () => {
    const register = client.open('ai-systems.md', REGISTER);
    assert.deepEqual(inFile(await definition(register, 'claims | Claims')), ['docs/claims.md:3']);
    assert.deepEqual(inFile(await definition(claims, 'claims\ntitle')), ['docs/claims.md:3']);
  });

  it('finds every place that names a person, whatever the spelling, from a document or the register', async () => {
    const places = [
      'ai-systems.md:9',
      'docs/claims.md:5',
      'docs/claims.md:12',
      'docs/refunds.md:5',
      'docs/refunds.md:12',
    ];
    assert.deepEqual(inFile(await references(claims, 'Dana Whitfield, VP')), places);
    const people = client.open('people.yaml', PEOPLE, 'yaml');
    assert.deepEqual(inFile(await references(people, 'Dana Whitfield', true)), ['people.yaml:3', ...places]);
  });

  it('finds the documents and rows of an initiative', async () => {
    assert.deepEqual(inFile(await references(claims, 'claims\ntitle')), [
      'ai-systems.md:9',
      'docs/claims.md:3',
    ]);
  });

  it('follows names typed a moment ago', async () => {
    claims.replace('Dana Whitfield, VP Claims', 'Omar Haddad, CTO');
    assert.deepEqual(inFile(await references(claims, 'Omar Haddad')), [
      'ai-systems.md:9',
      'docs/claims.md:5',
    ]);
  });

  it('says who a person is', async () => {
    const hover = await claims.hover(claims.at('Dana Whitfield |', 2));
    assert.match(hover?.contents.value ?? '', /\*\*Dana Whitfield\*\*\n\nVP Claims · Claims/);
  });

  it('finds initiatives and people by a few letters', async () => {
    const symbols = (query: string): Promise<SymbolInformation[]> =>
      client.request('workspace/symbol', { query });
    assert.deepEqual(
      (await symbols('clmtri')).map(({ name, containerName }) => [name, containerName]),
      [['Claims triage', 'claims']],
    );
    const [dana] = await symbols('dana');
    assert.equal(dana?.location.uri, client.uri('people.yaml'));
    assert.equal((await symbols('')).length, 4);
  });

  it('links paths in frontmatter and configuration to files', async () => {
    const links = (file: OpenFile): Promise<{ target: string }[]> =>
      client.request('textDocument/documentLink', { textDocument: file.document });
    const [link] = await links(claims);
    assert.equal(link?.target, `${client.uri('docs/records/may.md')}#outcome`);
    const config = client.open('.decision-rights.yaml', CONFIG, 'yaml');
    assert.deepEqual(
      (await links(config)).map(({ target }) => target),
      [client.uri('people.yaml')],
    );
  });

  it('shows who is accountable, the holders of positions, and what can be folded', async () => {
    const lenses: CodeLens[] = await client.request('textDocument/codeLens', {
      textDocument: claims.document,
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Dana Whitfield is accountable · 2 decisions'],
    );
    const hints: InlayHint[] = await client.request('textDocument/inlayHint', {
      textDocument: claims.document,
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, label]),
      [[11, 'Omar Haddad']],
    );
    const folds: FoldingRange[] = await client.request('textDocument/foldingRange', {
      textDocument: claims.document,
    });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 7],
        [5, 6],
        [9, 14],
        [11, 14],
      ],
    );
  });

  it('knows nothing of ordinary Markdown', async () => {
    const notes = client.open('notes.md', '# Notes\n\nDana Whitfield, CTO.\n');
    for (const method of ['documentLink', 'codeLens', 'foldingRange'])
      assert.deepEqual(await client.request(`textDocument/${method}`, { textDocument: notes.document }), []);
    assert.deepEqual(await definition(notes, 'CTO'), []);
    assert.deepEqual(await references(notes, 'Dana'), []);
  });
});
