import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WhoReport } from '../../server/src/core/answers/who.ts';
import { inWorkspace, Workspace } from '../support/cli.ts';

function doc(initiative: string, more = '', body = ''): string {
  return `---\ntype: decision-rights\ninitiative: ${initiative}\n${more}---\n\n# ${initiative}\n${body}`;
}

const STOP = 'stop_authority: {holder: "Dana Whitfield, VP Claims", rights: [pause], reach_within: 30min}\n';

describe('who', () => {
  it('answers with exit status 0, and says where it stands', () =>
    inWorkspace({ '.git/HEAD': '', 'docs/refund.md': doc('refund-agent', STOP) }, async (workspace) => {
      const { code, out } = await workspace.run(['who', 'may', 'stop', 'refund-agent']);
      assert.equal(code, 0);
      assert.match(out, /^Dana Whitfield, VP Claims, may pause refund-agent\.\n/);
      assert.match(out, /Reached within +30min {2}docs\/refund\.md:4\n/);
      const below = await workspace.run(['who', 'stop refund', '--format=json'], { cwd: 'docs' });
      assert.equal((JSON.parse(below.out) as WhoReport).answers[0]?.path, 'refund.md');
    }));

  it('exits with 1 when nothing or several fit, and when the document names nobody', () =>
    inWorkspace(
      {
        'a.md': doc('refund-agent', STOP),
        'b.md': doc('refund-letters'),
        'old.md': doc('refund-bot', 'status: retired\n'),
        't.md': doc('refund-template', 'template: true\n'),
        'plain.md': '# refund-readme\n',
      },
      async (workspace) => {
        const several = await workspace.run(['who', 'stop', 'refund']);
        assert.equal(several.code, 1);
        assert.match(several.out, /^2 systems may be meant/);
        assert.match(several.out, /refund-agent: Dana Whitfield, VP Claims, may pause/);
        const none = await workspace.run(['who', 'stop', 'invoices']);
        assert.equal(none.code, 1);
        assert.match(none.out, /No system here is called “stop invoices”/);
        assert.match(none.out, /refund-letters/);
        const nobody = await workspace.run(['who', 'stop', 'refund-letters']);
        assert.equal(nobody.code, 1);
        assert.match(nobody.out, /^Nobody: b\.md does not say/);
        const retired = await workspace.run(['who', 'stop', 'refund-bot']);
        assert.match(retired.out, /retired/);
      },
    ));

  it('exits with 2 without a question, and for a folder that is not there', () =>
    inWorkspace({ 'a.md': doc('a') }, async (workspace) => {
      assert.equal((await workspace.run(['who'])).code, 2);
      assert.equal((await workspace.run(['who', 'stop', 'a', '--in', 'nowhere'])).code, 2);
      assert.equal((await workspace.run(['who', 'stop', 'a', '--format', 'xml'])).code, 2);
    }));

  it('looks below one folder with --in', () =>
    inWorkspace({ 'x/a.md': doc('agent', STOP), 'y/a.md': doc('agent') }, async (workspace) => {
      assert.equal((await workspace.run(['who', 'stop', 'agent'])).code, 1);
      assert.equal((await workspace.run(['who', 'stop', 'agent', '--in', 'x'])).code, 0);
    }));

  it('names whom to call first for a system that only the register knows', () =>
    inWorkspace(
      {
        'register.md':
          '---\ntype: ai-system-register\n---\n\n| System | First call | Identified on |\n| --- | --- | --- |\n| Call notes | Tom Berg | 2026-02-01 |\n',
      },
      async (workspace) => {
        const { code, out } = await workspace.run(['who', 'stop', 'call', 'notes']);
        assert.equal(code, 1);
        assert.match(out, /^Nobody has written down who may stop Call notes\. First call: Tom Berg\./);
        assert.match(out, /register\.md:7/);
      },
    ));

  it('lets no document steer the terminal', () =>
    inWorkspace({ 'a.md': doc('agent', 'title: "a\\e[31m\\u202Eb"\n') }, async (workspace) => {
      const { out } = await workspace.run(['who', 'stop', 'agent']);
      assert.doesNotMatch(out, /[\u001b\u202e]/);
      assert.match(out, /\\u001b\[31m\\u202eb/);
    }));
});

/** Initiative, who may stop it, minutes to reach them, deputy, owner, go-live, minutes of a disagreement, its end. */
const RIGHTS = `
candidate-shortlist | Giulia Ferrante   | 240 | *                   | Giulia Ferrante   | Giulia Ferrante   | 2880
claims-triage       | Kwabena Asante    | 120 | Ana Beatriz Cardoso | Kwabena Asante    | Kwabena Asante + Oluwaseun Adebayo | *
complaint-routing   | Lucía Arrieta     | 30  | Fatima Zahra Idrissi | Lucía Arrieta    | Lucía Arrieta     | 1440
contract-review     | Rafael Monteiro   | 120 | Nadia Karimova      | Rafael Monteiro   | Rafael Monteiro   | 2880
fraud-alerts        | Priya Raghunathan | 60  | Oluwaseun Adebayo   | Priya Raghunathan | Priya Raghunathan | 2880
internal-search     | Tomasz Wieczorek  | 180 | Dmitri Levchenko    | Tomasz Wieczorek  | Tomasz Wieczorek  | 2880
invoice-matching    | Bak Sun-hee       | 60  | Chloé Marchand      | Bak Sun-hee       | Bak Sun-hee       | 1440
mailroom-sorting    | on-call team      | 15  | -                   | Kwabena Asante    | Kwabena Asante    | -
parts-forecast      | Dmitri Levchenko  | 240 | Nguyễn Thị Hoa      | Dmitri Levchenko  | Dmitri Levchenko  | 2880
refund-agent        | Lucía Arrieta     | 30  | Tevita Fonoti       | Lucía Arrieta     | Lucía Arrieta     | 1440
renewal-offers      | Hanneke de Vries  | 60  | Mehmet Yıldız       | Hanneke de Vries  | Hanneke de Vries  | 1440
repair-scheduling   | Dmitri Levchenko  | 45  | Nguyễn Thị Hoa      | Dmitri Levchenko  | Dmitri Levchenko + Inês Valadares | 720
reply-drafts        | Lucía Arrieta     | 240 | Fatima Zahra Idrissi | Lucía Arrieta    | Lucía Arrieta     | 2880
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** Rights of the examples that a finding puts in doubt. */
const IN_DOUBT: Readonly<Record<string, string>> = {
  'claims-triage': 'raci-shared-accountable, escalation-timebox-unclear',
  'fraud-alerts': 'owner-is-cto',
  'mailroom-sorting': 'stop-authority-collective, escalation-no-timebox',
};

describe('who, on the examples', () => {
  const workspace = new Workspace({ '.git/HEAD': '' });
  before(() =>
    cpSync(fileURLToPath(new URL('../../examples', import.meta.url)), workspace.folder, { recursive: true }),
  );
  after(() => workspace.dispose());

  for (const [id = '', stop, reach, deputy, owner, live, timebox] of RIGHTS)
    it(`knows the rights over ${id}`, async () => {
      const { out } = await workspace.run(['who', id, '--format=json', '--today=2026-11-01']);
      const { status, answers } = JSON.parse(out) as WhoReport;
      assert.equal(status, 'answered');
      const [found] = answers;
      assert.ok(found);
      const names = (who: readonly { readonly name: string }[]): string =>
        who.map(({ name }) => name).join(' + ');
      const goLive = found.decisions.find(({ category }) => category === 'production-go-live');
      const { minutes = '-' } = found.escalation.timebox ?? {};
      assert.deepEqual(
        [
          names(found.stop.who),
          String(found.stop.reachWithin?.minutes),
          deputy === '*' ? '*' : (found.stop.deputy?.name ?? '-'),
          names(found.owner.who),
          names(goLive?.who ?? []),
          timebox === '*' ? '*' : String(minutes),
        ],
        [stop, reach, deputy, owner, live, timebox],
      );
      // Whoever it is, a disagreement ends with the CTO.
      assert.equal(names(found.escalation.who), 'Priya Raghunathan');
      for (const category of ['pilot-go-no-go', 'in-production-modification', 'production-halt-rollback'])
        assert.equal(
          names(found.decisions.find((one) => one.category === category)?.who ?? []),
          owner,
          category,
        );
      const doubts = [
        ...found.stop.doubts,
        ...found.decisions.flatMap((one) => one.doubts),
        ...found.escalation.doubts,
      ].filter(({ exception }) => exception === null);
      assert.equal([...new Set(doubts.map(({ rule }) => rule))].join(', '), IN_DOUBT[id] ?? '');
    });
});
