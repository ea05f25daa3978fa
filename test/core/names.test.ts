import assert from 'node:assert/strict';
import { foldName, foldPosition, sameName, sameParty } from '../../server/src/core/parties/names.ts';
import type { Party } from '../../server/src/core/parties/party.ts';
import { isGivenName, withoutHonorifics } from '../../server/src/core/parties/person-name.ts';
import { readParties } from '../../server/src/core/parties/read-parties.ts';
import { suspicions } from '../../server/src/core/parties/suspicions.ts';
import fc, { runs } from '../support/properties.ts';

const one = (text: string): Party => readParties(text, { mode: 'one' })[0] ?? assert.fail();

describe('names', () => {
  const folds: readonly (readonly [string, string])[] = [
    ['Jane Doe', 'jane doe'],
    ['  JANE   DOE ', 'jane doe'],
    ['Doe, Jane', 'jane doe'],
    ['Dr. Jane Doe, PhD', 'jane doe'],
    ['Mr. John Roe Jr.', 'john roe'],
    ['Ｊａｎｅ Doe', 'jane doe'],
    ['Ja\u200bne Doe', 'jane doe'],
    ['Jane\u00a0Doe', 'jane doe'],
    ['**Jane Doe**', 'jane doe'],
    ['J. Doe', 'j doe'],
    ['Müller', 'müller'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    [', Jane Doe', 'jane doe'],
    ['Doe, Jane, PhD', 'jane doe'],
    ['O’Brien', "o'brien"],
    ['Amy, Bob, Carl', 'amy bob carl'],
    [' Dr. ', 'dr.'],
    ['', ''],
  ];
  for (const [name, folded] of folds)
    it(`folds ${JSON.stringify(name)}`, () => assert.equal(foldName(name), folded));

  it('takes equal names and fitting initials for one person', () => {
    for (const [a, b] of [
      ['Jane Doe', 'Doe, Jane'],
      ['J. Doe', 'Jane Doe'],
      ['Jane A. Doe', 'Jane Doe'],
      ['Jane Anne Doe', 'J. A. Doe'],
      ['Jane A. B. Doe', 'Jane Anne Beth Doe'],
      ['J. Doe', 'J. Doe'],
      ['Dr Jane Doe', 'jane doe'],
    ] as const) {
      assert.ok(sameName(a, b), `${a} = ${b}`);
    }
    for (const [a, b] of [
      ['Jane Doe', 'John Doe'],
      ['Jane Doe', 'Jane Roe'],
      ['J. Doe', 'K. Doe'],
      ['Jane A. Doe', 'Jane B. Doe'],
      ['Jane', 'Jane Doe'],
      ['Doe', 'D. Doe'],
      ['Jane A. B. Doe', 'Jane A. C. Doe'],
      ['Jane A. B. Doe', 'Jane A. Doe'],
      ['Jane Anne Doe', 'Jane Alice Doe'],
      ['Jane Anne Doe', 'J. Beth Doe'],
      ['J. A. Doe', 'K. A. Doe'],
      ['Müller', 'Muller'],
      ['', ''],
    ] as const) {
      assert.ok(!sameName(a, b), `${a} ≠ ${b}`);
    }
  });

  it('compares parties by id, name and position', () => {
    assert.ok(sameParty(one('Jane Doe, VP Claims'), one('Doe, Jane')));
    assert.ok(sameParty(one('VP of Claims'), one('Vice President, Claims')));
    assert.ok(sameParty(one('Legal'), one('legal')));
    assert.ok(!sameParty(one('VP Claims'), one('VP Sales')));
    assert.ok(!sameParty(one('TBD'), one('TBD')));
    assert.ok(!sameParty(one('—'), one('—')));
    const base = one('Jane Doe');
    assert.ok(!sameParty({ ...base, personId: 'a' }, { ...base, personId: 'b' }));
    assert.ok(sameParty({ ...base, personId: 'a' }, { ...one('CFO'), personId: 'a' }));
    assert.ok(sameParty({ ...base, bodyName: 'Board' }, { ...one('CFO'), bodyName: 'Board' }));
    assert.ok(!sameParty({ ...base, bodyName: 'Board' }, { ...base, bodyName: 'AI Board' }));
    assert.ok(sameParty({ ...base, personId: 'a' }, base));
    assert.ok(!sameParty({ ...one('—'), text: 'VP Claims' }, one('VP Claims')));
    assert.ok(!sameParty(one('VP Claims'), { ...one('—'), text: 'VP Claims' }));
    assert.ok(!sameParty({ ...one('TBD'), text: 'VP Claims' }, one('VP Claims')));
    assert.ok(!sameParty(one('VP Claims'), { ...one('TBD'), text: 'VP Claims' }));
    assert.ok(sameName('Dr.', 'dr.'));
    assert.ok(!sameParty(one('VP Claims'), one('TBD')));
    assert.ok(!sameParty(one('—'), one('VP Claims')));
    assert.ok(!sameParty(one('VP Claims'), one('—')));
    assert.ok(!sameParty(base, one('VP Claims')));
    assert.ok(sameParty(one('VP Claims (above €50k)'), one('VP Claims')));
    // A person is not the position the text gives her, and a body is known by its text where only one has an entry.
    assert.ok(!sameParty(one('Jane Doe, VP Claims'), one('VP Claims')));
    assert.ok(sameParty({ ...one('AI Board'), bodyName: 'AI Governance Board' }, one('AI Board')));
    assert.equal(foldPosition('The Vice-President of Claims'), 'vp claims');
    assert.equal(foldPosition('  Head  of R&D — the\u200b EMEA '), 'head r&d emea');
  });

  it('takes titles of address off, but never the whole', () => {
    for (const [text, name, honoured] of [
      ['Dr. Jane Doe, PhD', 'Jane Doe', true],
      ['Jane Doe', 'Jane Doe', false],
      ['Dr.', 'Dr.', false],
      ['PhD', 'PhD', false],
    ] as const)
      assert.deepEqual(withoutHonorifics(text), { name, honoured }, text);
  });

  it('knows a given name of two parts when it knows both', () => {
    assert.ok(isGivenName('Anna-Lena'));
    assert.ok(!isGivenName('Anna-Leasing'));
  });

  it('is a stable fold', () => {
    fc.assert(
      fc.property(fc.string(), (text) => foldName(foldName(text)) === foldName(text) || text.includes(',')),
      runs(100),
    );
  });
});

describe('suspicions', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Jane Doe', []],
    ['Jаne Doe', ['mixed-scripts:Jane']],
    ['Ja\u200bne', ['hidden-character:']],
    ['\u202eenaJ', ['bidi-control:']],
    ['Ｊａｎｅ', ['compatibility-form:Jane']],
    ['ﬁnance', ['compatibility-form:finance']],
    ['Анна Иванова', []],
    ['Müller', []],
    ['Mu\u0308ller', []],
    ['Αλέξης', []],
    ['№ 5 and 5 m² ™', []],
    ['田中太郎', []],
    ['김민준', []],
    ['नमस्\u200dते', []],
    ['👩\u200d💻', []],
    ['pdf-файл', []],
    ['Δt µs', []],
    ['ITотдел', []],
    ['Jаｎe', ['mixed-scripts:Jane']],
    ['خو\u200bاهم', ['hidden-character:']],
    ['x\u200by Jаne \u202e', ['hidden-character:', 'mixed-scripts:Jane', 'bidi-control:']],
    ['Jane\u200dDoe', ['hidden-character:']],
    ['می\u200cخواهم', []],
    ['خواهم\u200c', []],
    ['Jane\u00a0Ｄoe', ['compatibility-form:Doe']],
  ];
  for (const [text, expected] of cases) {
    it(`sees ${expected.length} in ${JSON.stringify(text)}`, () => {
      const found = suspicions(text);
      for (const item of found) assert.equal(text.slice(item.start, item.end), item.text);
      assert.deepEqual(
        found.map((item) => `${item.what}:${item.plain}`),
        expected,
      );
    });
  }
});
