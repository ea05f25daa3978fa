import assert from 'node:assert/strict';
import { isPlaceholder } from '../../server/src/core/parties/classify.ts';
import type { Directory } from '../../server/src/core/parties/directory.ts';
import { foldName } from '../../server/src/core/parties/names.ts';
import type { Party } from '../../server/src/core/parties/party.ts';
import { readParties } from '../../server/src/core/parties/read-parties.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import fc, { runs } from '../support/properties.ts';
import { HEADERS, LISTS, ONES } from './parties-table.ts';

const LETTERS: Readonly<Record<Party['kind'], string>> = {
  person: 'n',
  position: 'p',
  function: 'f',
  group: 'g',
  placeholder: 't',
  nobody: '-',
  unknown: '?',
};
const known = new Set(['Patrick', 'Winston', 'Cursor', 'Dana', 'Amy'].map(foldName));
const kinds = (parties: readonly Party[]) => parties.map((party) => LETTERS[party.kind]).join('');

describe('parties', () => {
  const tables = [
    ['one', ONES],
    ['list', LISTS],
    ['header', HEADERS],
  ] as const;
  for (const [mode, rows] of tables) {
    for (const [text, expected] of rows) {
      it(`reads ${JSON.stringify(text)} as ${mode}: ${expected}`, () => {
        const parties = readParties(text, { mode, knownPeople: known });
        assert.equal(kinds(parties), expected, JSON.stringify(parties));
        for (const party of parties) {
          assert.ok(party.start >= 0 && party.end <= text.length && party.start <= party.end);
          // What is not known is not there: no key without a value.
          for (const part of [party, party.chair ?? {}])
            assert.ok(!Object.values(part).includes(undefined), JSON.stringify(Object.keys(part)));
        }
      });
    }
  }
  it('holds at least 300 strings', () => assert.ok(ONES.length + LISTS.length + HEADERS.length >= 300));

  it('points at each party in the source', () => {
    const text = '  **Jane Doe**<br>`John Roe` \\| x';
    const places = readParties(text, { mode: 'one' }).map((p) => text.slice(p.start, p.end));
    assert.equal(places[0], 'Jane Doe');
    const list = 'Legal, **Compliance**; [Sales](x.md "t")&nbsp;& Risk';
    assert.deepEqual(
      readParties(list, { mode: 'list' }).map((p) => list.slice(p.start, p.end)),
      ['Legal', 'Compliance', 'Sales', 'Risk'],
    );
  });

  const one = (text: string) => readParties(text, { mode: 'one' })[0];
  const details: readonly (readonly [string, Partial<Party>])[] = [
    ['Doe, Jane', { name: 'Jane Doe' }],
    ['Jane Doe, VP Operations', { name: 'Jane Doe', title: 'VP Operations' }],
    ['Jane Doe (VP Operations)', { name: 'Jane Doe', title: 'VP Operations' }],
    ['Jane Doe – VP Operations', { name: 'Jane Doe', title: 'VP Operations' }],
    ['VP Operations: Jane Doe', { name: 'Jane Doe', title: 'VP Operations' }],
    ['VP Operations (Jane Doe)', { name: 'Jane Doe', title: 'VP Operations' }],
    ['CEO, Jane Doe', { name: 'Jane Doe', title: 'CEO' }],
    ['Jane Doe<br>VP Operations', { name: 'Jane Doe', title: 'VP Operations' }],
    ['Dr. Jane Doe, PhD', { name: 'Jane Doe' }],
    ['Jane Doe, VP Sales and Marketing', { title: 'VP Sales and Marketing' }],
    ['Jane Doe, Founder & CEO', { name: 'Jane Doe', title: 'Founder & CEO' }],
    ['Jane Doe (Tier 2)', { name: 'Jane Doe', condition: 'Tier 2' }],
    ['VP Claims*', { title: 'VP Claims', condition: '*' }],
    ['VP Claims[^1]', { title: 'VP Claims', condition: '*' }],
    ['VP Claims (above €50k)', { title: 'VP Claims', condition: 'above €50k' }],
    ['VP Claims for EU only', { title: 'VP Claims', condition: 'for EU only' }],
    [
      'Jane Doe <jane.doe@example.com>',
      { name: 'Jane Doe', email: { address: 'jane.doe@example.com', shared: false } },
    ],
    ['ai-team@example.com', { kind: 'function', email: { address: 'ai-team@example.com', shared: true } }],
    [
      'jane.doe@example.com',
      { kind: 'person', name: 'Jane Doe', email: { address: 'jane.doe@example.com', shared: false } },
    ],
    ['VP Claims (TBD)', { kind: 'placeholder', title: 'VP Claims' }],
    ['VP Claims: [Name]', { kind: 'placeholder', title: 'VP Claims' }],
    ['Jane Doe (she/her)', { kind: 'person', name: 'Jane Doe', title: undefined }],
    ['Jane Doe (they)', { kind: 'person', name: 'Jane Doe', title: undefined }],
    ['Jane Doe (TBD)', { kind: 'person', name: 'Jane Doe', title: undefined }],
    ['(acting) VP Claims', { kind: 'position', title: 'VP Claims', condition: 'acting' }],
    ['VP Claims (EU only)*', { title: 'VP Claims', condition: 'EU only, *' }],
    ['Claims (VP Claims)', { kind: 'position', title: 'VP Claims' }],
    ['Claims (Jane Doe)', { kind: 'person', name: 'Jane Doe' }],
    ['VP Claims (me)', { kind: 'position', title: 'VP Claims' }],
    ['TBD: VP Claims', { kind: 'placeholder', title: 'VP Claims' }],
    ['VP Claims: above €50k', { kind: 'position', title: 'VP Claims', condition: 'above €50k' }],
    ['Jane Doe, VP Claims (above €50k)', { title: 'VP Claims', condition: 'above €50k' }],
    ['Role: VP Claims', { kind: 'position', title: 'VP Claims' }],
  ];
  for (const [text, expected] of details) {
    it(`takes ${JSON.stringify(text)} apart`, () => {
      const party = one(text);
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual(party?.[key as keyof Party], value);
    });
  }

  it('names the executive of a group', () => {
    for (const text of [
      'Steering Committee (chair: Jane Doe)',
      'Steering Committee, chaired by Jane Doe',
      'Steering Committee (Jane Doe)',
      'Steering Committee – Jane Doe',
      'Steering Committee (lead: Jane Doe)',
      'AI Council chaired by Jane Doe',
      'Steering group led by Jane Doe',
      'AI Board (chaired by Jane Doe)',
    ]) {
      const party = one(text);
      assert.equal(party?.kind, 'group', text);
      assert.equal(party?.chair?.name, 'Jane Doe', text);
      assert.equal(text.slice(party?.chair?.start, party?.chair?.end), 'Jane Doe', text);
    }
    assert.equal(one('Model Risk Committee (chaired by CRO)')?.chair?.kind, 'position');
    const titled = 'Steering Committee (chair: Jane Doe, VP Claims)';
    const chair = one(titled)?.chair;
    assert.deepEqual([chair?.kind, chair?.name, chair?.title], ['person', 'Jane Doe', 'VP Claims']);
    assert.equal(titled.slice(chair?.start, chair?.end), 'Jane Doe, VP Claims');
    // The place is the bracket's also where the name stands in front of it as well.
    const eponymous = readParties('Winston Committee (Winston)', { mode: 'one', knownPeople: known })[0];
    assert.deepEqual([eponymous?.chair?.start, eponymous?.chair?.end], [19, 26]);
    assert.equal(one('Steering Committee (VP Claims)')?.chair, undefined);
    assert.equal(one('Steering Committee (above €50k)')?.condition, 'above €50k');
    assert.equal(one('Steering Committee (monthly)')?.chair, undefined);
  });

  it('asks the register first', () => {
    const dana = { id: 'dana', name: 'Dana Whitfield', title: 'VP Claims', active: true };
    const directory: Directory = {
      find: (text) => (['dana', '@dw', 'Dana Whitfield', 'Smith & Sons'].includes(text) ? dana : undefined),
      body: (text) => (text === 'The Guardians' ? { name: 'The Guardians', chair: 'Jane Doe' } : undefined),
      role: (text) => (text === 'Claims sponsor' ? dana : undefined),
    };
    const empty: Directory = emptyRegister;
    assert.equal(readParties('Jane Doe', { mode: 'one', directory: empty })[0]?.kind, 'person');
    const read = (text: string) => readParties(text, { mode: 'one', directory });
    assert.equal(read('dana')[0]?.personId, 'dana');
    assert.equal(read('@dw')[0]?.name, 'Dana Whitfield');
    assert.equal(read('Smith & Sons').length, 1);
    assert.equal(read('dana / @dw').length, 2);
    assert.deepEqual(
      [read('Claims sponsor')[0]?.kind, read('Claims sponsor')[0]?.personId],
      ['position', 'dana'],
    );
    assert.deepEqual(
      [read('The Guardians')[0]?.bodyName, read('The Guardians')[0]?.chair?.name],
      ['The Guardians', 'Jane Doe'],
    );
    assert.equal(read('The Guardians and Jane Doe').length, 2);
  });

  describe('with a register', () => {
    const dana = { id: 'dana', name: 'Dana Whitfield', title: 'VP Claims', active: true };
    const jane = { id: 'jane', name: 'Jane Doe', active: true };
    const names: Readonly<Record<string, typeof dana | typeof jane>> = {
      dana,
      jane,
      'Dana Whitfield': dana,
      'dana@example.com': dana,
      'Jane Doe': jane,
      'Ngozi Okafor Bello': jane,
    };
    const directory: Directory = {
      find: (text) => names[text],
      body: (text) =>
        text.startsWith('Risk & Audit (EU)')
          ? { name: 'Risk & Audit (EU)', chair: 'Dana Whitfield' }
          : ['Guardians', 'The Auditors', 'Audit (EU)'].includes(text)
            ? { name: text }
            : undefined,
      role: (text) =>
        text === 'CFO' ? jane : ['Claims sponsor', 'Claims – EMEA'].includes(text) ? dana : undefined,
    };
    const shown = (text: string) =>
      readParties(text, { mode: 'one', directory }).map((party) => {
        assert.ok(!Object.values(party).includes(undefined), JSON.stringify(Object.keys(party)));
        const { kind, personId, title, name } = party;
        return [kind, personId, name, title].filter((part) => part !== undefined).join(': ');
      });
    const readings: readonly (readonly [string, readonly string[]])[] = [
      // A title behind a name is hers, whatever the register calls her; a sponsor's rank only the register tells.
      ['Dana Whitfield', ['person: dana: Dana Whitfield: VP Claims']],
      ['Dana Whitfield, VP Claims', ['person: dana: Dana Whitfield: VP Claims']],
      ['Dana Whitfield (Director)', ['person: dana: Dana Whitfield: Director']],
      ['Dana Whitfield, Claims sponsor', ['person: dana: Dana Whitfield: VP Claims']],
      ['Claims sponsor, Dana Whitfield', ['person: dana: Dana Whitfield: VP Claims']],
      ['Dana Whitfield (Zurich)', ['person: dana: Dana Whitfield: VP Claims']],
      ['<dana@example.com>', ['person: dana: Dana Whitfield: VP Claims']],
      ['Jane Doe', ['person: jane: Jane Doe']],
      ['Jane Doe, CFO', ['person: jane: Jane Doe: CFO']],
      ['CFO, Jane Doe', ['person: jane: Jane Doe: CFO']],
      ['CFO (Jane Doe)', ['person: jane: Jane Doe: CFO']],
      ['VP Sales Jane Doe', ['person: jane: Jane Doe: VP Sales']],
      // Somebody else's title makes two parties of it, and a stranger in brackets is not the one the register knows.
      ['Dana Whitfield, CFO', ['person: dana: Dana Whitfield: VP Claims', 'position: jane: CFO']],
      ['CFO, Dana Whitfield', ['position: jane: CFO', 'person: dana: Dana Whitfield: VP Claims']],
      ['CFO, John Roe', ['position: jane: CFO', 'person: John Roe']],
      ['CFO (John Roe)', ['person: John Roe: CFO']],
      ['CFO / Claims sponsor', ['position: jane: CFO', 'position: dana: Claims sponsor']],
      // Two titles of one founder, held by whom the register knows.
      ['Founder & CFO', ['position: jane: Founder & CFO']],
      ['CFO & Founder', ['position: jane: CFO & Founder']],
      ['Founder & COO', ['position: Founder & COO']],
      ['Okafor Bello, Ngozi', ['person: jane: Ngozi Okafor Bello']],
      ['the Guardians', ['group']],
      ['our CFO', ['position: jane: CFO']],
      ['John Roe, Founder & CFO', ['person: John Roe: Founder', 'position: jane: CFO']],
      ['Role: CFO – EMEA', ['position: jane: CFO']],
      ['Role: Claims – EMEA', ['position: dana: Claims – EMEA']],
      ['Role: The Auditors', ['group']],
      ['Jane Doe; Audit (EU)', ['person: jane: Jane Doe', 'group']],
    ];
    for (const [text, expected] of readings)
      it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(shown(text), expected));

    it('takes a body whose name has a separator and brackets for one', () => {
      const parties = readParties('Risk & Audit (EU)', { mode: 'one', directory });
      assert.deepEqual(parties, [
        {
          kind: 'group',
          bodyName: 'Risk & Audit (EU)',
          text: 'Risk & Audit (EU)',
          start: 0,
          end: 17,
          chair: {
            kind: 'person',
            name: 'Dana Whitfield',
            personId: 'dana',
            title: 'VP Claims',
            text: 'Dana Whitfield',
            start: 0,
            end: 17,
          },
        },
      ]);
    });

    it('turns a family name of two words when the document knows the person', () => {
      const knownPeople = new Set([foldName('Ngozi Okafor Bello')]);
      const read = (text: string) => readParties(text, { mode: 'one', knownPeople });
      assert.deepEqual(
        read('Okafor Bello, Ngozi').map(({ kind, name }) => [kind, name]),
        [['person', 'Ngozi Okafor Bello']],
      );
    });
  });

  it('keeps what it knows of one document apart from another', () => {
    const read = (people: readonly string[]) =>
      readParties('Zaphod', { mode: 'one', knownPeople: new Set(people) })[0]?.kind;
    assert.deepEqual([read(['zaphod']), read([]), read(['zaphod'])], ['person', 'unknown', 'person']);
  });

  it('looks no further than a cell can be read', () => {
    const parties = readParties('Jane Doe; '.repeat(300), { mode: 'one' });
    assert.equal(parties.length, 200);
    assert.equal(parties.at(-1)?.end, 1998);
  });

  it('finds nobody in several parts that name nobody', () => {
    for (const mode of ['one', 'list', 'header'] as const)
      assert.deepEqual(readParties(' —<br>&—', { mode }), [
        { kind: 'nobody', text: '—<br>&—', start: 1, end: 8 },
      ]);
  });

  it('knows a blank to fill in, whatever stands around it', () => {
    assert.ok(isPlaceholder(' TBD\n'));
    assert.ok(isPlaceholder(' ??? '));
    assert.ok(!isPlaceholder(' Jane Doe '));
  });

  it('reads as many people as are written, each with her name and title', () => {
    const person = fc.record({
      given: fc.constantFrom('Jane', 'Anna-Lena', 'María', 'Иван', 'Sean', 'Mei'),
      family: fc.constantFrom(
        'Doe',
        'O’Neill',
        'van der Berg',
        'Müller',
        'Петров',
        'Okafor',

        'Szabó-Tóth',
      ),
      title: fc.constantFrom('VP Claims', 'CFO', 'Head of Risk', 'Production Manager', 'Deputy Director'),
      form: fc.constantFrom(
        (given: string, family: string, title: string) => `${given} ${family}, ${title}`,
        (given: string, family: string, title: string) => `${given} ${family} (${title})`,
        (given: string, family: string, title: string) => `${given} ${family} – ${title}`,
        (given: string, family: string, title: string) => `**${given} ${family}** (${title})`,
        (given: string, family: string, title: string) => `${title}: ${given} ${family}`,
        (given: string, family: string, title: string) => `${title} (${given} ${family})`,
        (given: string, family: string, title: string) => `Dr. ${given} ${family}, PhD, ${title}`,
      ),
    });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('; ', '<br>', ' and ', ' & ', ' + ', ', and ', ',<br>', '<br>- '),
        fc.constantFrom('one', 'list'),
        (people, separator, mode) => {
          const text = people
            .map(({ given, family, title, form }) => form(given, family, title))
            .join(separator);
          assert.deepEqual(
            readParties(text, { mode: mode as 'one' }).map(({ kind, name, title }) => [kind, name, title]),
            people.map(({ given, family, title }) => ['person', `${given} ${family}`, title]),
            text,
          );
        },
      ),
      runs(300),
    );
  });

  it('never throws, never loses its place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Jane Doe',
            'VP',
            ',',
            ' and ',
            '<br>',
            '**',
            '(',
            ')',
            '[',
            ']',
            '/',
            '&',
            '—',
            'TBD',
            '@',
            '\\|',
            '`',
            '\u200b',
            '和',
            'Team ',
            '*',
            ' : ',
            '<',
            '>',
          ),
          { maxLength: 14 },
        ),
        fc.constantFrom('one', 'list', 'header'),
        (pieces, mode) => {
          const text = pieces.join('');
          const parties = readParties(text, { mode: mode as 'one' });
          assert.ok(parties.length > 0);
          let last = 0;
          for (const party of parties) {
            assert.ok(party.start >= last && party.end >= party.start && party.end <= text.length);
            last = party.end;
          }
          if (mode === 'header') assert.equal(parties.length, 1);
        },
      ),
      runs(1500),
    );
    fc.assert(fc.property(fc.string(), (text) => readParties(text, { mode: 'one' }).length > 0));
  });

  it('stays quick on long odd text', () => {
    const started = performance.now();
    for (const piece of ['(', '[', 'a,', 'Jane Doe ', '<a@', ' and', '&amp;', '[x](', ' - ', ': ', '*'])
      readParties(piece.repeat(4000), { mode: 'one' });
    assert.ok(performance.now() - started < 4000, String(performance.now() - started));
  });
});
