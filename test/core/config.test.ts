import assert from 'node:assert/strict';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { jsonSchema, SCHEMA_NAMES } from '../../server/src/core/config/json-schemas.ts';
import { parseConfig } from '../../server/src/core/config/parse-config.ts';
import { optionFor, severityFor } from '../../server/src/core/config/rule-settings.ts';

const KNOWN = { rules: ['owner-missing', 'owner-shared', 'gate-missing'], groups: ['owner', 'gate'] };
const read = (text: string, depth?: number) => parseConfig(text, KNOWN, depth);
const told = (text: string, depth?: number) =>
  read(text, depth).problems.map(
    (p) => `${p.code} ${p.path.join('.')} «${text.slice(p.span.start, p.span.end)}»`,
  );

const FULL = `documents: [docs/**/*.md]
exclude: archive/**
people: team/people.yaml
company_size: 180
min_rank: director
accept_functional_lead: no
timebox: 2d
agentic_timebox: PT12H
triage_days: 14
max_pages: 3
words_per_page: 400
tie_breaker: Priya Nair
eu_in_scope: true
programme_started_on: 2026-01-05
categories:
  vendor-change: [vendor, supplier]
  data-use: { words: data sharing }
rules:
  owner: off
  owner-missing: { severity: warning, words: [a, b], limit: 3 }
  owner-shared: { limit: 4 }
`;

describe('configuration', () => {
  it('has every default', () => {
    for (const text of ['', '# nothing\n', 'documents:\n']) {
      const { config, problems, people, peoplePath } = read(text);
      assert.deepEqual(config, defaultConfig);
      assert.deepEqual([problems, people, peoplePath], [[], undefined, undefined]);
    }
  });
  it('reads every option', () => {
    const { config, problems, peoplePath } = read(FULL);
    assert.deepEqual(problems, []);
    assert.equal(FULL.slice(peoplePath?.span.start, peoplePath?.span.end), 'team/people.yaml');
    const { categories, rules, ...rest } = config;
    assert.deepEqual(rest, {
      documents: ['docs/**/*.md'],
      exclude: ['archive/**'],
      companySize: 180,
      minRank: 'director',
      acceptFunctionalLead: false,
      timeboxMinutes: 2880,
      agenticTimeboxMinutes: 720,
      triageDays: 14,
      maxPages: 3,
      wordsPerPage: 400,
      tieBreaker: 'Priya Nair',
      euInScope: true,
      programmeStartedOn: '2026-01-05',
    });
    assert.deepEqual(
      [...categories],
      [
        ['vendor-change', ['vendor', 'supplier']],
        ['data-use', ['data sharing']],
      ],
    );
    assert.equal(severityFor(rules, 'owner-missing', 'owner'), 'warning');
    assert.equal(severityFor(rules, 'owner-shared', 'owner'), 'off');
    assert.equal(severityFor(rules, 'gate-missing', 'gate'), undefined);
    assert.deepEqual(optionFor(rules, 'owner-missing', 'owner', 'words'), ['a', 'b']);
    assert.equal(optionFor(rules, 'owner-shared', 'owner', 'limit'), '4');
    assert.equal(optionFor(rules, 'gate-missing', 'gate', 'limit'), undefined);
  });
  it('reports unknown keys, rules and severities with the nearest known one', () => {
    const text =
      'documnets: []\nrules:\n  owner-mising: off\n  gates: off\n  owner-shared: eror\n  zzz: off\n';
    assert.deepEqual(told(text), [
      'unknown-key documnets «documnets»',
      'unknown-key rules.owner-mising «owner-mising»',
      'unknown-key rules.gates «gates»',
      'enum rules.owner-shared «eror»',
      'unknown-key rules.zzz «zzz»',
    ]);
    assert.deepEqual(
      read(text).problems.map(({ nearest }) => nearest?.text),
      ['documents', 'owner-missing', 'gate', 'error', undefined],
    );
    assert.equal(read(text).config.rules.size, 0);
  });
  it('reports values it cannot use and takes the default', () => {
    const text =
      'timebox: soon\nagentic_timebox: {}\ntriage_days: -1\nmax_pages: two\nwords_per_page: 1\nmin_rank: vpp\naccept_functional_lead: perhaps\neu_in_scope: []\nprogramme_started_on: 2026-02-30\ncompany_size: 1.5e3\n';
    assert.deepEqual(
      told(text).map((line) => line.split(' ')[1]),
      [
        'timebox',
        'agentic_timebox',
        'triage_days',
        'max_pages',
        'words_per_page',
        'min_rank',
        'accept_functional_lead',
        'eu_in_scope',
        'programme_started_on',
        'company_size',
      ],
    );
    assert.deepEqual(read(text).config, defaultConfig);
    assert.deepEqual(told('min_rank: emperor\n'), ['enum min_rank «emperor»']);
  });
  it('takes paths inside the workspace only', () => {
    for (const path of [
      '/etc/passwd',
      '../x.yaml',
      'a/../../x.yaml',
      'C:/x.yaml',
      '\\\\host\\x',
      'file:///x',
      '~/x',
      '..\\x',
      'https://example.com/x',
    ]) {
      assert.deepEqual(told(`people: '${path}'\n`), [`path people «${path}»`]);
      assert.equal(read(`people: '${path}'\n`).peoplePath, undefined);
    }
    assert.deepEqual(told('people: ../x.yaml\n', 1), []);
    assert.deepEqual(told('people: ../../x.yaml\n', 1), ['path people «../../x.yaml»']);
    assert.deepEqual(told('people: ./a/../x.yaml\n'), []);
    assert.deepEqual(told('documents: ["../**", ok/*.md]\n'), ['path documents «../**»']);
    assert.deepEqual(read('documents: ["../**", ok/*.md]\n').config.documents, ['ok/*.md']);
  });
  it('reads an inline register with its own ranks', () => {
    const { people, config, problems } = read(
      'min_rank: crew\nranks: [boss, crew]\npeople: [{ name: A, rank: boss }]\nbodies: [{ name: B }]\n',
    );
    assert.deepEqual(problems, []);
    assert.equal(people?.byName('a')?.rank, 'boss');
    assert.equal(people?.body('b')?.name, 'B');
    assert.equal(config.minRank, 'crew');
    assert.deepEqual(told('people: [{ nam: A, id: a }]\n'), ['unknown-key people.0.nam «nam»']);
    assert.equal(read('people: p.yaml\nmin_rank: crew\n').config.minRank, 'crew');
  });
  it('survives what is no configuration', () => {
    for (const text of [
      '- a\n',
      'x',
      'rules: [a]\ncategories: x\npeople: {}\n',
      'a: "x',
      '\0',
      '__proto__: {}\n',
      'rules:\n  __proto__: off\n',
    ]) {
      const { config, problems } = read(text);
      assert.deepEqual(config, defaultConfig, text);
      assert.ok(problems.length > 0, text);
    }
    assert.deepEqual(told(`\uFEFFtimebox: 1h\r\nmin_rnak: vp\r\n`), ['unknown-key min_rnak «min_rnak»']);
  });
});

describe('JSON Schemas', () => {
  it('exist for each file, describe every key and survive serialising', () => {
    for (const name of SCHEMA_NAMES) {
      const schema = JSON.parse(JSON.stringify(jsonSchema(name, KNOWN)));
      assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
      for (const [key, value] of Object.entries<{ description?: string }>(schema.properties))
        assert.ok(value.description, `${name} ${key}`);
    }
  });
  it('know values, defaults and free keys', () => {
    const frontmatter = JSON.parse(JSON.stringify(jsonSchema('frontmatter', KNOWN)));
    assert.ok(frontmatter.properties.status.enum.includes('paused'));
    assert.equal(frontmatter.properties.raci_model.default, 'raci');
    assert.deepEqual(Object.keys(frontmatter.patternProperties), ['^x-']);
    assert.equal(frontmatter.additionalProperties, false);
    assert.ok(frontmatter.properties.decisions.properties['pilot-go-no-go']);
    assert.ok(frontmatter.properties.decisions.additionalProperties.properties.accountable);
    const config = JSON.parse(JSON.stringify(jsonSchema('config', KNOWN)));
    assert.deepEqual(Object.keys(config.properties.rules.properties), [...KNOWN.rules, ...KNOWN.groups]);
    assert.equal(config.properties.rules.additionalProperties, false);
    assert.equal(config.properties.timebox.default, '48h');
  });
});
