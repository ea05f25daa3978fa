import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { checkText, unmark } from '../support/check-rule.ts';

const PEOPLE = `people:
  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims, handles: ["@dana"], manager: ines}
  - {id: ines, name: Ines Moreau, title: COO, unit: Executive Office}
  - {id: tim, name: Tim Aldous, title: Team Lead Claims, unit: Claims, manager: dana}
  - {id: omar, name: Omar Haddad, title: Head of Data Science, unit: Data, function: data}
  - {id: lars, name: Lars Holm, title: VP Claims, unit: Claims, left_on: 2026-01-31}
bodies:
  - {name: AI Board, chair: ines}
roles:
  Claims VP: dana
`;

interface Extra {
  readonly people?: string;
  readonly config?: string;
  readonly named?: boolean;
}

/** The owner findings of a document, as `rule: text it points at`. */
function owner(text: string, extra: Extra = {}): string[] {
  const { doc, findings } = checkText(text, { text, ...extra });
  return findings
    .filter(({ rule }) => VERDICTS.has(rule))
    .map(({ rule, span }) => `${rule}: ${doc.text.slice(span.start, span.end)}`);
}

/** The findings of one document by rule, for what stands beside the verdict. */
function all(text: string, extra: Extra = {}): Map<string, Finding> {
  const { findings } = checkText(unmark(text).text, { text, ...extra });
  return new Map(findings.map((finding) => [finding.rule, finding]));
}

const VERDICTS = new Set([
  'owner-missing',
  'owner-unnamed',
  'owner-shared',
  'owner-is-committee',
  'owner-is-cto',
  'owner-is-data-or-engineering',
  'owner-below-seniority',
  'owner-seniority-unknown',
]);

const fm = (yaml: string, body = ''): string => `---\ntype: decision-rights\n${yaml}\n---\n${body}`;
const body = (text: string): string => `---\ntype: decision-rights\n---\n\n${text}\n`;

describe('the owner in frontmatter', () => {
  const cases: readonly (readonly [string, readonly string[], Extra?])[] = [
    ['owner: Dana Whitfield, VP Claims', []],
    ['owner: Dana Whitfield (VP Claims)', []],
    ['owner: {name: Dana Whitfield, title: Vice President of Claims}', []],
    ['owner: "@dana"', [], { people: PEOPLE }],
    ['owner: dana', [], { people: PEOPLE }],
    ['owner: Dana', [], { people: PEOPLE }],
    ['owner: Jane Doe, Head of Risk and Compliance', []],
    ['owner: Jane Doe, Founder/CEO', []],
    ['owner: Lena Roth, Leiterin Schadenregulierung', []],
    ['owner: Marta Ruiz, Directora de Operaciones', []],
    ['owner: 王伟, 运营总监', []],
    ['owner: [Dana Whitfield, "VP Claims"]\nroles: {VP Claims: Dana Whitfield}', []],
    ['owner: ["Dana Whitfield, VP Claims", Dana Whitfield]', []],
    ['owner: ["Dana Whitfield, VP Claims", D. Whitfield]', []],
    ['owner: AI Board (chair: Ines Moreau, COO)', []],
    ['owner: TBD', ['owner-unnamed: TBD']],
    ['owner: "[Name]"', ['owner-unnamed: [Name]']],
    ['owner: {name: "", title: VP Claims}', ['owner-unnamed: VP Claims']],
    ['owner: {name: , unit: Claims}', ['owner-unnamed: name']],
    ['owner: claims-team@example.com', ['owner-unnamed: claims-team@example.com']],
    ['owner: Legal', ['owner-unnamed: Legal']],
    ['owner: Claims VP', ['owner-unnamed: Claims VP'], { people: PEOPLE }],
    ['owner: [Dana Whitfield, Tom Reed]', ['owner-shared: Tom Reed']],
    [
      'owner:\n  - name: Dana Whitfield\n    title: VP Claims\n  - name: Tom Reed\n    title: CFO',
      ['owner-shared: Tom Reed'],
    ],
    ['owner: Dana Whitfield / Tim Aldous', ['owner-shared: Tim Aldous'], { people: PEOPLE }],
    ['owner: AI Board', ['owner-is-committee: AI Board']],
    ['owner: the claims automation team', ['owner-is-committee: the claims automation team']],
    ['owner: CTO', ['owner-is-cto: CTO']],
    ['owner: {name: Priya Nair, title: Head of Engineering}', ['owner-is-cto: Priya Nair']],
    ['owner: Omar Haddad', ['owner-is-data-or-engineering: Omar Haddad'], { people: PEOPLE }],
    [
      'owner: {name: Kim Lee, title: Director, unit: Data Science}',
      ['owner-is-data-or-engineering: Kim Lee'],
    ],
    ['owner: Tim Aldous', ['owner-below-seniority: Tim Aldous'], { people: PEOPLE }],
    ['owner: Dana Whitfield', ['owner-seniority-unknown: Dana Whitfield']],
    ['owner: [unclosed', []],
  ];
  for (const [yaml, expected, extra] of cases)
    it(yaml.replaceAll('\n', '⏎'), () => assert.deepEqual(owner(fm(yaml), extra), expected));

  it('is asked for once, and nothing about the owner besides', () => {
    const found = [...all(fm('title: Claims')).keys()].filter((rule) => rule.startsWith('owner-'));
    assert.deepEqual(found, ['owner-missing']);
  });

  it('takes a company’s own ranks', () => {
    const config =
      'ranks: [executive, partner, associate]\npeople:\n  - {id: a, name: Ann Lee, title: Partner Claims}\n';
    assert.deepEqual(owner(fm('owner: Ann Lee'), { config: `${config}min_rank: partner\n` }), []);
    assert.deepEqual(owner(fm('owner: Ann Lee'), { config: `${config}min_rank: executive\n` }), [
      'owner-below-seniority: Ann Lee',
    ]);
  });
});

describe('the owner in the body', () => {
  const cases: readonly (readonly [string, string, readonly string[], Extra?])[] = [
    ['a field', '## Owner\n\n- Owner: Dana Whitfield, VP Claims', []],
    ['a bold label', '# Claims\n\n**Business owner:** Dana Whitfield, VP Claims', []],
    ['name and title apart', '## Owner\n\n- Name: Dana Whitfield\n- Title: VP Claims\n- Unit: Claims', []],
    [
      'a two-column table',
      '## Ownership\n\n| Field | Value |\n| --- | --- |\n| Owner | Dana Whitfield |\n| Title | VP Claims |',
      [],
    ],
    [
      'a table of roles',
      '## Ownership\n\n| Role | Name | Title |\n| --- | --- | --- |\n| Business owner | Dana Whitfield | VP Claims |\n| Technical owner | Omar Haddad | CTO |',
      [],
    ],
    [
      'the header row',
      '## Owner\n\n| Owner | Dana Whitfield, VP Claims |\n| --- | --- |\n| Unit | Claims |',
      [],
    ],
    [
      'accountable for',
      '## Accountability\n\nDana Whitfield, VP Claims, is accountable for the cost per claim.',
      [],
    ],
    [
      'the owner is',
      '## Ownership\n\nThe business owner of this initiative is Dana Whitfield, VP Claims, who joined in 2019.',
      [],
    ],
    ['an introduction', '## Ownership\n\nFor this system, Dana Whitfield, VP Claims, owns the outcome.', []],
    [
      'the CTO beside the owner',
      '## Ownership\n\nThe CTO is accountable for uptime. Dana Whitfield, VP Claims, is accountable for the result.',
      [],
    ],
    [
      'a title elsewhere',
      '## Owner\n\n- Owner: Dana Whitfield\n\n## Approval\n\nDana Whitfield (VP Claims) signs.',
      [],
    ],
    [
      'an owner of the document',
      '# Claims\n\n- Document owner: Tim Aldous\n- Data owner: Omar Haddad',
      ['owner-missing: ---'],
    ],
    ['an owner of a risk', '# Claims\n\n## Risks\n\n- Owner: Tim Aldous', ['owner-missing: ---']],
    ['a placeholder', '## Owner\n\n**Owner:** [to be named]', ['owner-unnamed: [to be named]']],
    ['a blank', '## Owner\n\n**Owner:**', ['owner-unnamed: ']],
    [
      'two in a sentence',
      '## Owner\n\nDana Whitfield and Tom Reed share accountability and are jointly accountable for the result.',
      ['owner-shared: Tom Reed'],
    ],
    [
      'a co-owner',
      '## Owner\n\n- Owner: Dana Whitfield, VP Claims\n- Co-owner: Tom Reed',
      ['owner-shared: Tom Reed'],
    ],
    ['a deputy', '## Owner\n\n- Owner: Dana Whitfield, VP Claims\n- Deputy owner: Tom Reed', []],
    [
      'a committee',
      '## Owner\n\nThe AI Steering Committee is accountable for the outcome.',
      ['owner-is-committee: The AI Steering Committee'],
    ],
    [
      '<br> between two',
      '## Owner\n\n| Owner | Dana Whitfield<br>Tom Reed |\n| --- | --- |',
      ['owner-shared: Tom Reed'],
    ],
    ['a German label', '## Owner\n\n- Fachverantwortliche: Lena Roth, Leiterin Schaden', []],
  ];
  for (const [name, text, expected, extra] of cases)
    it(name, () => assert.deepEqual(owner(body(text), extra), expected));

  it('is read, not missed, in a file that is only named', () => {
    assert.deepEqual(owner('## Owner\n\nOwner: nobody yet\n', { named: true }), []);
  });
});

describe('acceptance, unit and register', () => {
  it('takes acceptance from a field or a sentence', () => {
    for (const text of [
      '- Owner: Dana Whitfield, VP Claims\n- Accepted on: 2026-01-15',
      'Dana Whitfield, VP Claims, is accountable for cost per claim and accepted the role on 2026-01-15.',
    ])
      assert.equal(all(body(`## Owner\n\n${text}`)).has('owner-not-accepted'), false);
  });

  it('says when the owner has left, and offers the manager', () => {
    const found = all(fm('owner: Lars Holm'), { people: PEOPLE }).get('owner-not-in-register');
    assert.match(found?.message ?? '', /has left on 2026-01-31/);
  });

  it('is silent on units that are not known, and on a COO', () => {
    const { get } = {
      get: (yaml: string) => all(fm(yaml), { people: PEOPLE }).has('owner-not-in-benefiting-unit'),
    };
    assert.equal(get('benefiting_unit: Sales\nowner: Kim Lee, VP Sales'), false);
    assert.equal(get('benefiting_unit: Sales\nowner: Ines Moreau'), false);
    assert.equal(get('benefiting_unit: Sales\nowner: Dana Whitfield'), true);
  });

  it('offers the manager for an owner below the rank, with what goes with the former owner taken out', () => {
    const text = fm('benefiting_unit: Claims\nowner:\n  name: Tim Aldous\n  accepted_on: 2026-01-15');
    const fixes = all(text, { people: PEOPLE }).get('owner-below-seniority')?.fixes() ?? [];
    assert.match(fixes[0]?.title ?? '', /Dana Whitfield/);
    assert.equal(fixes[0]?.safety, 'manual');
  });
});
