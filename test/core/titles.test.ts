import assert from 'node:assert/strict';
import {
  consultedFunctions,
  isCeoOrCoo,
  isCoe,
  isCto,
  isEngineeringHolder,
  isFunctionalLead,
  isProductOwner,
  rankOf,
  sideOf,
} from '../../server/src/core/parties/titles.ts';

const RANKS: readonly (readonly [string, string | undefined])[] = [
  ['VP Claims', 'vp'],
  ['Vice President', 'vp'],
  ['Vice-President of Sales', 'vp'],
  ['Vice President, Claims', 'vp'],
  ['SVP Operations', 'svp'],
  ['Senior Vice President', 'svp'],
  ['Executive Vice President, Retail', 'svp'],
  ['EVP', 'svp'],
  ['Head of Claims', 'head'],
  ['Claims Head', 'head'],
  ['Director', 'director'],
  ['Director of Sales', 'director'],
  ['Operations Director', 'director'],
  ['GM', 'manager'],
  ['Plant Manager', 'manager'],
  ['General Manager', 'manager'],
  ['Product Manager', 'manager'],
  ['Chief Risk Officer', 'c-level'],
  ['CRO', 'c-level'],
  ['CEO', 'c-level'],
  ['Chief Executive', undefined],
  ['Managing Director', 'c-level'],
  ['Managing Partner', 'c-level'],
  ['President', 'c-level'],
  ['Founder/CEO', 'c-level'],
  ['Founder', 'c-level'],
  ['Chairman', 'c-level'],
  ['Board Chair', 'c-level'],
  ['Team Lead', 'lead'],
  ['Team Leader', 'lead'],
  ['Tech Lead', 'lead'],
  ['Head of team', 'head'],
  ['Data Scientist', 'individual'],
  ['Senior Data Scientist', 'individual'],
  ['Lead Data Scientist', 'lead'],
  ['Engineer', 'individual'],
  ['Product Owner', 'individual'],
  ['Claims Analyst', 'individual'],
  ['Executive Assistant to the CEO', 'individual'],
  ['Owner', undefined],
  ['Business Owner', undefined],
  ['Executive Sponsor', undefined],
  ['Compliance Officer', undefined],
  ['Legal', undefined],
  ['', undefined],
  ['Business unit lead', 'head'],
  ['Project Lead', 'lead'],
  ['Chief Claims Officer', 'c-level'],
  ['Chief Customer and Digital Officer', 'c-level'],
  ['Chief Architect', 'director'],
  ['Associate Director', 'director'],
  ['Deputy Director', 'head'],
  ['Deputy CFO', 'svp'],
  ['CFO Deputy', 'svp'],
  ['Deputy Managing Director', 'svp'],
  ['Deputy Chief Risk Officer', 'svp'],
  ['Deputy VP', 'vp'],
  ['Deputy Head of Claims', 'manager'],
  ['Deputy Claims Manager', 'lead'],
  ['Delegate of the CFO', undefined],
  ['Consultant to the CEO', 'individual'],
  ['CEO Assistant', 'individual'],
  ['Assistant to the Managing Director', 'individual'],
  ['VP Lead Generation', 'vp'],
  ['Engineers', undefined],
  ['Claims VP', 'vp'],
  ['Regional VP, North', 'vp'],
  ['Head of Sales and Marketing', 'head'],
  ['Director & Head of Risk', 'director'],
  ['Geschäftsführer', 'c-level'],
  ['Vorstandsvorsitzende', 'c-level'],
  ['Abteilungsleiterin', 'head'],
  ['Leiter Schaden', 'head'],
  ['Teamleiter', 'lead'],
  ['Vertriebsteamleiter', 'lead'],
  ['Bauprojektleiter', 'manager'],
  ['Stellvertretende Leiterin Recht', 'manager'],
  ['Vertriebsleiter', 'head'],
  ['Projektleiter', 'manager'],
  ['Entwickler', 'individual'],
  ['Directeur général', 'c-level'],
  ['Directrice financière', 'director'],
  ['Directrice adjointe', 'head'],
  ['Chef de projet', 'manager'],
  ["Chef d'équipe", 'lead'],
  ['Responsable conformité', 'head'],
  ['Director General', 'c-level'],
  ['Gerente de Riesgos', 'manager'],
  ['Jefe de Operaciones', 'head'],
  ['Director Técnico', 'director'],
  ['Subdirector de Operaciones', 'head'],
  ['Vicepresidente de Ventas', 'vp'],
  ['Diretor de Operações', 'director'],
  ['Vice-presidente de Vendas', 'vp'],
  ['Direktur Utama', 'c-level'],
  ['Direktur Keuangan', 'director'],
  ['Kepala Divisi Klaim', 'head'],
  ['Kepala Staf', 'head'],
  ['Wakil Kepala Staf', 'manager'],
  ['Manajer Risiko', 'manager'],
  ['Wakil Presiden', 'vp'],
  ['Генеральный директор', 'c-level'],
  ['Директор по рискам', 'director'],
  ['Вице-президент', 'vp'],
  ['Руководитель отдела', 'head'],
  ['Менеджер проекта', 'manager'],
  ['Аналитик', 'individual'],
  ['首席风险官', 'c-level'],
  ['总经理', 'c-level'],
  ['副总裁', 'vp'],
  ['集团副总裁', 'vp'],
  ['技术VP', 'vp'],
  ['运营总监', 'director'],
  ['副总监', 'head'],
  ['产品经理', 'manager'],
  ['数据科学家', 'individual'],
];

const yes = (test: (text: string) => boolean, texts: readonly string[], no: readonly string[]) => {
  for (const text of texts) assert.equal(test(text), true, text);
  for (const text of no) assert.equal(test(text), false, text);
};

describe('titles', () => {
  for (const [title, rank] of RANKS)
    it(`ranks ${JSON.stringify(title)}: ${rank ?? 'cannot tell'}`, () => assert.equal(rankOf(title), rank));

  it('knows functional leads', () =>
    yes(
      isFunctionalLead,
      ['Head of Claims', 'Director of Operations', 'Leiter Recht', '运营总监'],
      ['Team Lead', 'VP Claims', 'Claims Manager', 'Owner'],
    ));

  it('knows who runs technology', () =>
    yes(
      isCto,
      [
        'CTO',
        'CIO',
        'Group CTO',
        'CTO EMEA',
        'Chief Technology Officer',
        'Chief Information Officer',
        'Chief Technical Officer',
        'Head of Engineering',
        'VP Engineering',
        'VP of Engineering',
        'Director of IT',
        'Head of Technology',
        'IT Director',
        'SVP, Technology',
        'CTO & Co-founder',
        'Head of Software Engineering',
        '首席技术官',
        'Технический директор',
      ],
      [
        'CEO',
        'CISO',
        'Chief Information Security Officer',
        'VP Claims',
        'Assistant to the CTO',
        'CTO office',
        'CTO team',
        'CTO assistant',
        'Office of the CTO',
        'Deputy CTO',
        'Deputy Chief Information Officer',
        'Head of Data Engineering',
        'Engineering Manager',
        'Software Engineer',
        'Head of Engineering Sales',
        'Legal',
      ],
    ));

  it('knows the CEO and COO', () =>
    yes(
      isCeoOrCoo,
      [
        'CEO',
        'COO',
        'Founder/CEO',
        'Chief Executive Officer',
        'Chief Operating Officer',
        'Managing Director',
        'Geschäftsführer',
        '首席执行官',
      ],
      ['CFO', 'CTO', 'VP Operations', 'Assistant to the CEO', 'Board'],
    ));

  it('knows product owners', () =>
    yes(
      isProductOwner,
      ['Product Owner', 'PO', 'Senior Product Owner'],
      ['Business Owner', 'Product Manager', 'Owner'],
    ));

  it('knows who would only carry out a stop', () =>
    yes(
      isEngineeringHolder,
      [
        'CTO',
        'SRE',
        'SRE on-call',
        'on-call engineer',
        'the on-call rota',
        'platform team',
        'Ops engineering',
        'vendor',
        'DevOps',
        'IT operations',
        'Head of Engineering',
        'ML engineer',
      ],
      ['VP Claims', 'Dana Whitfield', 'Head of Operations', 'COO', 'Legal', 'Risk Committee'],
    ));

  it('knows a centre of excellence', () =>
    yes(
      isCoe,
      [
        'AI CoE',
        'AI Centre of Excellence',
        'Center of Excellence for AI',
        'CoE Lead',
        'AI capability team',
        'Data & AI CoE',
        'KI-Kompetenzzentrum',
      ],
      ['AI Council', 'Data team', 'Claims'],
    ));

  const sides: readonly (readonly [string, string | undefined])[] = [
    ['VP Claims', 'business'],
    ['Claims', 'business'],
    ['CFO', 'business'],
    ['Head of Operations', 'business'],
    ['Chief Risk Officer', 'business'],
    ['General Counsel', 'business'],
    ['Customer Success', 'business'],
    ['Head of Product', 'business'],
    ['Plant Manager', 'business'],
    ['CTO', 'technology'],
    ['Head of IT', 'technology'],
    ['Engineering', 'technology'],
    ['SRE lead', 'technology'],
    ['Platform team', 'technology'],
    ['Software Engineer', 'technology'],
    ['IT Operations', 'technology'],
    ['DevOps', 'technology'],
    ['Data Scientist', 'data'],
    ['Head of Data Science', 'data'],
    ['ML Engineer', 'data'],
    ['AI CoE', 'data'],
    ['AI Centre of Excellence', 'data'],
    ['Head of AI', 'data'],
    ['Chief Data Officer', 'data'],
    ['Data', 'data'],
    ['VP', undefined],
    ['Dana Whitfield', undefined],
    ['Owner', undefined],
    ['Data Protection Officer', undefined],
    ['AI Governance Lead', undefined],
    ['Leiter Vertrieb', 'business'],
    ['Directeur technique', 'technology'],
    ['Директор по рискам', 'business'],
    ['法务部', 'business'],
    ['技术部', 'technology'],
  ];
  for (const [text, side] of sides)
    it(`puts ${text} on the side ${side ?? 'that cannot be told'}`, () => assert.equal(sideOf(text), side));

  it('finds the consulted functions', () => {
    assert.deepEqual(consultedFunctions('Legal, Compliance, CS and Sales'), [
      'legal',
      'compliance',
      'customer-success',
      'sales',
    ]);
    assert.deepEqual(consultedFunctions('General Counsel'), ['legal']);
    assert.deepEqual(consultedFunctions('Head of Customer Success'), ['customer-success']);
    assert.deepEqual(consultedFunctions('VP Sales & Marketing'), ['sales']);
    assert.deepEqual(consultedFunctions('Chief Risk Officer'), []);
    assert.deepEqual(consultedFunctions('CRO'), []);
    assert.deepEqual(consultedFunctions('CRO and Sales'), ['sales']);
    assert.deepEqual(consultedFunctions('Legal, CRO'), ['legal']);
    assert.deepEqual(consultedFunctions('Chief Risk Officer, CRO, Compliance'), ['compliance']);
    assert.deepEqual(consultedFunctions('Recht und Vertrieb'), ['legal', 'sales']);
    assert.deepEqual(consultedFunctions('Illegal salesforce'), []);
  });
});
