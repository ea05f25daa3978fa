import assert from 'node:assert/strict';
import { parsePeople } from '../../server/src/core/people/parse-people.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';

const TEXT = `people:
  - id: dana
    name: Dana Whitfield
    aliases: [D. Whitfield, "Dana W."]
    handles: ["@dana", dwhitfield]
    title: VP Claims
    rank: VP
    unit: Claims
    function: business
    manager: ines
  - { name: Ines Moreau, id: ines, rank: c-level, manager: ines }
  - { name: Kim Lee, handles: kim, active: no, left_on: 2025-01-31 }
  - { name: Kim  LEE, id: kim2 }
bodies:
  - { name: AI Steering Committee, aliases: [SteerCo], chair: ines }
roles:
  VP Claims: dana
  CTO: nobody-known
`;
const { register, problems } = parsePeople(TEXT);

const told = (text: string) =>
  parsePeople(text).problems.map(
    (p) => `${p.code} ${p.path.join('.')} «${text.slice(p.span.start, p.span.end)}»`,
  );

describe('people register', () => {
  it('reads without complaint', () => assert.deepEqual(problems, []));

  it('finds people by id, handle, name and alias', () => {
    const dana = register.byId('dana');
    assert.equal(dana?.name, 'Dana Whitfield');
    for (const name of [
      'Dana Whitfield',
      'dana  whitfield',
      'Whitfield, Dana',
      'D. Whitfield',
      'Ｄana Whitﬁeld',
      'Dana\u200B Whitfield',
      'dana w.',
    ])
      assert.equal(register.byName(name), dana, name);
    assert.equal(register.byHandle('@Dana'), dana);
    assert.equal(register.byHandle('dwhitfield'), dana);
    assert.equal(register.find('dwhitfield'), dana);
    for (const name of ['', 'Dana', 'Whitfield,', 'a, b, c', '__proto__', 'constructor'])
      assert.equal(register.byName(name), undefined);
    assert.equal(register.byId('toString'), undefined);
  });
  it('does not guess between namesakes', () => {
    assert.equal(register.byName('Kim Lee'), undefined);
    assert.equal(register.allByName('lee, kim').length, 2);
  });
  it('knows ranks, managers, roles and bodies', () => {
    const dana = register.byId('dana')!;
    const ines = register.byId('ines')!;
    assert.equal(dana.rank, 'vp');
    assert.equal(register.rankIndex('vp'), 2);
    assert.equal(register.rankIndex('VP'), 2);
    assert.equal(register.rankIndex('king'), undefined);
    assert.equal(register.managerOf(dana), ines);
    assert.equal(register.managerOf(ines), undefined);
    assert.equal(register.role('vp claims'), dana);
    assert.equal(register.role('CTO'), undefined);
    assert.equal(register.role('CEO'), undefined);
    const body = register.body('steerco')!;
    assert.equal(body.name, 'AI Steering Committee');
    assert.equal(register.chairOf(body), ines);
    assert.equal(register.body('x'), undefined);
  });
  it('knows who has left, and gives an id to whom has none', () => {
    const kim = register.byHandle('kim')!;
    assert.deepEqual(
      [kim.id, kim.active, kim.leftOn, kim.function, kim.manager],
      ['kim', false, '2025-01-31', undefined, undefined],
    );
    assert.equal(register.people[0]?.active, true);
  });
  it('keeps the places of names', () => {
    for (const text of [TEXT, `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`]) {
      const read = parsePeople(text).register;
      assert.deepEqual(
        [...read.people.map((p) => p.nameSpan), read.bodies[0]!.nameSpan, read.roles[1]!.positionSpan].map(
          (s) => text.slice(s.start, s.end),
        ),
        ['Dana Whitfield', 'Ines Moreau', 'Kim Lee', 'Kim  LEE', 'AI Steering Committee', 'CTO'],
      );
    }
  });
  it('takes the company’s own ranks', () => {
    const own = parsePeople('ranks: [boss, crew]\npeople: [{ name: A, rank: crew }]').register;
    assert.equal(own.rankIndex('crew'), 1);
    assert.equal(own.rankIndex('vp'), undefined);
  });
  it('tells what is wrong and keeps the rest', () => {
    assert.deepEqual(
      told(
        'people:\n  - { nmae: A, id: a }\n  - { name: B, id: a, rank: vpp, function: sales, left_on: 2025-02-30 }\n  - { title: x }\n  - text\nbodys: []\n',
      ),
      [
        'unknown-key people.0.nmae «nmae»',
        'duplicate-key people.1.id «a»',
        'enum people.1.rank «vpp»',
        'enum people.1.function «sales»',
        'date people.1.left_on «2025-02-30»',
        'type people.2 «title»',
        'type people.3 «text»',
        'unknown-key bodys «bodys»',
      ],
    );
    assert.deepEqual(told('people: [{ name: A, rank: emperor }]\nbodies: [{ chair: x }]\nroles: { A: }\n'), [
      'enum people.0.rank «emperor»',
    ]);
    assert.deepEqual(told('- x\n'), ['type  «- x»']);
    assert.deepEqual(told('people: "x\n'), ['syntax  «»']);
  });
  it('is empty for an empty file', () => {
    for (const text of ['', 'people: []\n', 'x']) assert.equal(parsePeople(text).register, emptyRegister);
    assert.equal(emptyRegister.isEmpty, true);
    assert.equal(register.isEmpty, false);
    assert.equal(emptyRegister.rankIndex('vp'), 2);
  });
});
