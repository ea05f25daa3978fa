import assert from 'node:assert/strict';
import { type Diagnosis, diagnose } from '../../server/src/core/answers/diagnose.ts';
import { diagnosisText } from '../../server/src/core/answers/diagnose-text.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { parsePeople } from '../../server/src/core/people/parse-people.ts';
import { emptyRegister, type PeopleRegister } from '../../server/src/core/people/register.ts';
import { LineIndex } from '../../server/src/core/text/line-index.ts';

const PEOPLE = parsePeople(`people:
  - {id: maren, name: Maren Okafor, title: CEO, rank: c-level, function: business}
  - {id: dana, name: Dana Whitfield, title: VP Claims, rank: vp, unit: Claims, function: business}
`).register;

function diagnosed(lines: string, body = '', people: PeopleRegister = emptyRegister): Diagnosis {
  const text = `---\ntype: decision-rights\ninitiative: claims-triage\n${lines}---\n\n# Claims triage\n${body}`;
  const doc = new DecisionRightsDocument('claims.md', text, { type: 'decision-rights', by: 'frontmatter' });
  const settings = { config: defaultConfig, people, now: Date.UTC(2026, 2, 2), workspace: undefined };
  const index = new LineIndex(text);
  return diagnose(new Reading(doc, settings), (offset) => index.positionAt(offset).line + 1);
}

function answers({ questions }: Diagnosis): string {
  return questions.map(({ answer }) => answer).join(' ');
}

const OWNER = 'owner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\n';
const START = 'dates: {pilot_started_on: 2026-01-10}\n';
const EVIDENCE = 'business_case: {answer: yes, evidence: EUR 96000 a year saved, signed_by: Dana Whitfield}';

describe('diagnose', () => {
  it('answers yes to all three, with the words of the document, and asks for the money', () => {
    const found = diagnosed(
      `${OWNER}${START}gate:\n  defined_on: 2026-01-05\n  ${EVIDENCE}\n  blocked: {reason: No budget left}\n`,
      '',
      PEOPLE,
    );
    assert.equal(answers(found), 'yes yes yes');
    assert.deepEqual(
      found.questions.map(({ evidence }) => evidence.map(({ quote, line }) => `${line} ${quote}`)),
      [['4 Dana Whitfield', '4 2026-01-15'], ['7 2026-01-05', '5 2026-01-10'], ['8 EUR 96000 a year saved']],
    );
    assert.equal(found.step.id, 'ask');
    assert.equal(found.step.title, 'Ask Maren Okafor, CEO for a yes or no by a day');
    assert.match(found.step.paragraph, /^Maren Okafor, CEO: Claims triage .* by 2026-03-16 /);
    assert.match(found.step.paragraph, /No budget left/);
    assert.deepEqual(found.step.also, []);
  });

  for (const [owner, why] of [
    ['', /Nobody is named/],
    ['owner: Priya Nair, CTO\n', /CTO holds the seat/],
    ['owner: Lena Roth, Head of Data Science\n', /data or engineering/i],
    ['owner: AI Steering Committee\n', /a body/],
    ['owner: [Dana Whitfield, Tom Berg]\n', /several people/],
    ['owner: "[Name]"\n', /no person is named/],
  ] as const)
    it(`assigns an owner first: ${owner.trim() || 'none'}`, () => {
      const { questions, step } = diagnosed(
        `${owner}benefiting_unit: Claims\ngate: {${EVIDENCE}, blocked: {reason: No budget}}\n`,
        '',
        PEOPLE,
      );
      assert.equal(questions[0]?.answer, 'no');
      assert.match(questions[0]?.why ?? '', why);
      assert.equal(step.id, 'assign-owner');
      assert.match(
        step.paragraph,
        /Claims\. I propose that Dana Whitfield, VP Claims takes it on by 2026-03-16/,
      );
    });

  it('asks a named owner for the yes before it speaks of the case', () => {
    const found = diagnosed('owner: Dana Whitfield, VP Claims\n');
    assert.equal(found.questions[0]?.answer, 'unknown');
    assert.equal(found.step.id, 'accept');
    assert.match(found.step.paragraph, /^Dana Whitfield, the document/);
  });

  it('leaves an owner that cannot be read open', () => {
    assert.equal(diagnosed('owner: {name: {first: Dana}}\n').questions[0]?.answer, 'unknown');
  });

  it('takes a no of the gate for a no', () => {
    const found = diagnosed(
      'owner: Dana Whitfield, VP Claims\ngate: {owner_accepts: {answer: no}, business_case: {answer: no}}\n',
    );
    assert.equal(answers(found), 'no unknown no');
  });

  describe('the gate', () => {
    for (const [lines, answer] of [
      ['', 'no'],
      [`${START}gate: {defined_on: 2026-01-10}\n`, 'yes'],
      [`${START}gate: {defined_on: 2026-01-11}\n`, 'no'],
      ['gate: {defined_on: 2026-01-10}\n', 'unknown'],
      [`${START}gate: {decide_by: 2026-04-30}\n`, 'unknown'],
      ['gate: [1]\n', 'unknown'],
    ] as const)
      it(`${JSON.stringify(lines)}: ${answer}`, () => {
        const found = diagnosed(lines);
        assert.equal(found.questions[1]?.answer, answer);
        assert.equal(found.step.also.length, answer === 'yes' ? 0 : 1);
      });
  });

  describe('the case', () => {
    for (const [name, lines, body, answer] of [
      ['none', '', '', 'no'],
      ['technical evidence', 'gate: {business_case: {answer: yes, evidence: F1 score of 0.93}}\n', '', 'no'],
      ['a technical section', '', '\n## Business case\n\nAccuracy is 93 % and latency fell.\n', 'no'],
      ['money', 'gate: {business_case: {evidence: EUR 96000 a year}}\n', '', 'yes'],
      ['a section with money', '', '\n## Business case\n\nSaves EUR 96,000 a year.\n', 'yes'],
      ['praise', 'gate: {business_case: {evidence: Everybody liked it}}\n', '', 'unknown'],
      ['a link alone', 'gate: {business_case: {link: case.md}}\n', '', 'unknown'],
      ['a link and a yes', 'gate: {business_case: {answer: yes, link: case.md}}\n', '', 'yes'],
      ['a question', 'gate: {business_case: {evidence: Does it save money?}}\n', '', 'no'],
    ] as const)
      it(`${name}: ${answer}`, () => {
        const found = diagnosed(`${OWNER}${lines}`, body);
        assert.equal(found.questions[2]?.answer, answer);
        assert.equal(found.step.id, answer === 'yes' ? 'ask' : 'translate-case');
      });

    it('gives the technical words back as a table to fill in', () => {
      const { step } = diagnosed(`${OWNER}gate: {business_case: {evidence: F1 score of 0.93}}\n`);
      assert.match(step.paragraph, /By 2026-03-16 the CTO fills in this table with Dana Whitfield/);
      assert.match(step.paragraph, /\n\| f1/i);
    });
  });

  it('waits for an answer that is due, and asks again once the day has passed', () => {
    const asked = (day: string): Diagnosis =>
      diagnosed(
        `${OWNER}${START}gate:\n  defined_on: 2026-01-05\n  ${EVIDENCE}\n  blocked: {reason: No budget, ask_to: "Maren Okafor, CEO", ask_by: ${day}}\n`,
      );
    assert.equal(asked('2026-03-02').step.id, 'wait');
    assert.equal(asked('2026-03-01').step.id, 'ask');
    assert.match(asked('2026-03-01').step.paragraph, /due on 2026-03-01/);
    const gate = diagnosed(
      `${OWNER}${START}gate:\n  defined_on: 2026-01-05\n  decide_by: 2026-04-30\n  ${EVIDENCE}\n`,
    );
    assert.equal(gate.step.id, 'wait');
  });

  it('has nothing to say where the gate was passed', () => {
    const { step } = diagnosed(`${OWNER}gate: {decision: pass, ${EVIDENCE}, budget: {answer: yes}}\n`);
    assert.equal(step.id, 'none');
    assert.equal(step.paragraph, '');
  });

  it('assigns an owner also where the gate was passed without one', () => {
    const { step } = diagnosed(`gate: {decision: pass, ${EVIDENCE}, budget: {answer: yes}}\n`);
    assert.equal(step.id, 'assign-owner');
  });

  it('says that contested ownership is settled first', () => {
    assert.match(diagnosed('contested: true\n').step.also.join(' '), /contested/);
  });

  it('tells the step first, then the questions, then the words to send', () => {
    const same = (text: string): string => text;
    const text = diagnosisText(diagnosed(''), { bold: same, dim: same, warn: same });
    assert.match(text, /^Claims triage: Assign a business owner\.\n/);
    assert.ok(text.indexOf('1. Does one') < text.indexOf('To send:'));
  });
});
