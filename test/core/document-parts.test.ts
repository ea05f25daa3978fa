import assert from 'node:assert/strict';
import { bodiesOf } from '../../server/src/core/document/bodies.ts';
import { deferredDecisions } from '../../server/src/core/document/deferred.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { emptySections } from '../../server/src/core/document/empty-sections.ts';
import { countWords, longestParts, pages, titlePlace } from '../../server/src/core/document/length.ts';
import { placeholdersOf } from '../../server/src/core/document/placeholders.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { settingsOf } from '../support/check-rule.ts';

const reading = (text: string): Reading =>
  new Reading(
    new DecisionRightsDocument('a.md', text, { type: 'decision-rights', by: 'name' }),
    settingsOf({ text }),
  );

describe('length', () => {
  it('counts words of text and cells, and nothing else', () => {
    assert.equal(countWords('Dana decides, alone.'), 3);
    assert.equal(countWords('| Decision | A |\n|---|---|\n| Go-live | **A** |\n'), 4);
    assert.equal(countWords('## 2. Stop\n\n- [the log](a/very/long/path.md) — x'), 5);
    assert.equal(countWords('<!-- not\nprinted --> one <!-- open'), 2);
    assert.equal(countWords('決定権限は一人が持つ'), 5);
    assert.equal(countWords('<table><tr><td colspan="2">Dana</td></tr></table> 2 < 3 <https://a.b>'), 4);
    assert.equal(countWords(''), 0);
  });

  it('is words over words per page, to a tenth, without the frontmatter', () => {
    const text = `---\ntype: decision-rights\n---\n\n# One\n\n${'word '.repeat(399)}\n\n## Two\n\n${'word '.repeat(149)}\n`;
    assert.equal(pages(reading(text)), 1.1);
    assert.deepEqual(
      longestParts(reading(text), 5).map((part) => [part.heading.text, part.words, part.pages]),
      [
        ['One', 400, 0.8],
        ['Two', 150, 0.3],
      ],
    );
  });

  it('is found fault with at the title, else in the first line', () => {
    const place = (text: string): string =>
      text.slice(titlePlace(reading(text)).start, titlePlace(reading(text)).end);
    assert.equal(place('---\ntype: decision-rights\n---\n\nIntro\n\n## Part\n'), '## Part');
    assert.equal(place('---\ntype: decision-rights\n---\n\nIntro\n'), '---');
    assert.equal(place('Intro\nmore\n'), 'Intro');
    assert.equal(place('Claims triage\n=============\n\nText\n'), 'Claims triage');
    assert.equal(place(''), '');
  });
});

describe('labelled lines of a paragraph', () => {
  const fields = (body: string): string[] =>
    reading(body).outline.fields.map(({ label, value }) => `${label} = ${value.text.replace(/\n/g, ' ')}`);
  const texts = (body: string): string[] => reading(body).outline.texts.map(({ prose }) => prose.text);

  it('are a field each, however they are written', () => {
    const two = ['owner = Dana Whitfield, VP Claims', 'technical owner = Priya Raman'];
    for (const body of [
      'Owner: Dana Whitfield, VP Claims\nTechnical owner: Priya Raman\n',
      'Owner: Dana Whitfield, VP Claims\r\nTechnical owner: Priya Raman\r\n',
      'Owner: Dana Whitfield, VP Claims  \nTechnical owner: Priya Raman\n',
      'Owner: Dana Whitfield, VP Claims<br>Technical owner: Priya Raman\n',
      'owner: Dana Whitfield, VP Claims\ntechnical owner: Priya Raman\n',
      '**Owner:** Dana Whitfield, VP Claims\n**Technical owner**: Priya Raman\n',
      '**Owner:** Dana Whitfield, VP Claims\nTechnical owner: Priya Raman\n',
      '- Owner: Dana Whitfield, VP Claims\n- Technical owner: Priya Raman\n',
      '- Owner: Dana Whitfield, VP Claims\n  Technical owner: Priya Raman\n',
      'The roles are these.\nOwner: Dana Whitfield, VP Claims\nTechnical owner: Priya Raman\n',
    ])
      assert.deepEqual(
        fields(body).map((field) => field[0]?.toLowerCase() + field.slice(1)),
        two,
        body,
      );
    assert.deepEqual(fields('Owner: Dana Whitfield,\nVP Claims\nTechnical owner: –\nDeputy:\n'), [
      'Owner = Dana Whitfield, VP Claims',
      'Technical owner = –',
      'Deputy = ',
    ]);
  });

  it('are a text each, so that no sentence or title runs from one into the next', () => {
    assert.deepEqual(texts('Owner: Dana Whitfield, VP Claims\nTechnical owner: Priya Raman\n'), [
      'Owner: Dana Whitfield, VP Claims',
      'Technical owner: Priya Raman',
    ]);
    const parent = '- Owner: Dana Whitfield\n  Deputy: Ruth Adeyemi\n  - since May\n';
    assert.deepEqual(texts(parent), ['Owner: Dana Whitfield\nDeputy: Ruth Adeyemi', 'since May']);
  });

  it('are none where a paragraph only wraps before a colon', () => {
    for (const body of [
      'Dana Whitfield may do three things, and she does them\nalone: pause the system, roll it back, end it.\n',
      'Note: when they disagree, the matter goes to the\nCTO: he decides.\n',
      'Two people meet and then there is\nDana: she decides.\nTomás: he does not.\n',
      'Owner: Dana Whitfield, who decides on\nthree matters: go-live, changes, halts.\n',
      'See the page at\nhttps://example.com/a and\nhttps://example.com/b\n',
    ]) {
      assert.deepEqual(fields(body), [], body);
      assert.equal(texts(body).length, 1, body);
    }
  });
});

describe('placeholders', () => {
  const found = (body: string): string[] => placeholdersOf(reading(body)).map(({ text }) => text);

  it('are words, brackets, whole values and empty fields', () => {
    assert.deepEqual(found('The owner is TBD and the budget T.B.D. too.\n'), ['TBD', 'T.B.D.']);
    assert.deepEqual(found('[Name], [Title], decides about {{ amount }} by YYYY-MM-DD.\n'), [
      '[Name]',
      '[Title]',
      '{{ amount }}',
      'YYYY-MM-DD',
    ]);
    assert.deepEqual(found('- Deputy: to be named\n- Budget: ______\n- Limit: ???\n'), [
      'to be named',
      '______',
      '???',
    ]);
    assert.deepEqual(found('| Owner | Deputy |\n|---|---|\n| tbd | ... |\n'), ['tbd', '...']);
    assert.deepEqual(found('**Owner:**\n**Deputy**:\nLena Roth\n\n- **Budget:**\n'), ['Owner', 'Budget']);
    assert.deepEqual(found('---\nowner: [Name]\ntechnical_owner: "TBD (May)"\n---\n'), ['[Name]', 'TBD']);
    assert.deepEqual(found('The deputy (to be confirmed) stands in.\n'), ['to be confirmed']);
  });

  it('are not what only looks alike', () => {
    for (const text of [
      '- [ ] open\n- [x] done\n',
      'See [1], [RFC 2119], [ISO 27001], [sic] and a[i].\n',
      '[Name](a.md) [Name][n]\n\n[n]: b.md\n',
      '`[Name]` and `TBD`\n',
      '```\nTBD\n```\n\n<!-- TBD -->\n\n> TBD\n',
      'What is to be decided is decided by Dana; work to be completed by Friday.\n',
      'A todo list, the XXL tier, snake_case__names and so on ...\n',
      '**Triggers:**\n\n- a\n\n**Table:**\n\n| a | b |\n|---|---|\n| c | d |\n',
      '**Note:** said.\n\n**Heading**\n',
      '| Decision | Dana |\n|---|---|\n| **Go-live** | |\n',
      '---\nx-note: TBD\ntitle: Draft\n---\n',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('know their place', () => {
    const text = '---\nowner: "[Name], VP"\n---\n\nThe **[Amount]** &amp; TBD\n';
    assert.deepEqual(
      placeholdersOf(reading(text)).map(({ span }) => text.slice(span.start, span.end)),
      ['[Name]', '[Amount]', 'TBD'],
    );
  });
});

describe('empty sections', () => {
  const kinds = (text: string): string[] => [...emptySections(reading(text)).keys()];

  it('are required headings with nothing under them', () => {
    assert.deepEqual(
      kinds('# T\n\n## Owner\n\n## Decision rights\n\n## Kill switch\n\n## Escalation path\n'),
      ['owner', 'raci', 'stop', 'escalation'],
    );
    assert.deepEqual(kinds('# T\n\n## Stop authority\n\n<!-- later -->\n\n---\n\n## Metrics\n'), ['stop']);
  });

  it('are filled by text below, by a like section and by frontmatter', () => {
    assert.deepEqual(kinds('# T\n\n## Stop authority\n\n### Who\n\nDana.\n'), []);
    assert.deepEqual(kinds('# T\n\n## Decision rights\n\n## RACI\n\n| a | b |\n|---|---|\n| c | A |\n'), []);
    assert.deepEqual(kinds('---\nstop_authority: Dana Whitfield\n---\n\n# T\n\n## Stop authority\n'), []);
    assert.deepEqual(kinds('# Decision rights\n\n## Owner\n\nDana.\n'), []);
  });
});

describe('deferred decisions', () => {
  const words = (text: string): string[] => deferredDecisions(reading(text)).map(({ text: word }) => word);

  it('are statuses and sentences without a date', () => {
    assert.deepEqual(words('# T\n\n- Decision: postponed\n- Go-live status: under review\n'), [
      'postponed',
      'under review',
    ]);
    assert.deepEqual(words('# T\n\nThe decision on go-live has been deferred.\n'), ['deferred']);
    assert.deepEqual(
      words(
        '# T\n\n| Decision | Owner | Status |\n|---|---|---|\n| Go-live | Dana | pending |\n| Pilot | Dana | done |\n',
      ),
      ['pending'],
    );
  });

  it('are not what has a date, or only might be', () => {
    for (const text of [
      '# T\n\n- Decision: deferred to 30 April 2026\n',
      '# T\n\nIf the decision is deferred, Dana says why.\n',
      '# T\n\n- Status: ongoing work on the model\n- Decision: pass\n',
      '# T\n\n## Escalation\n\nThe decision is pending.\n',
      '---\ngate: {decide_by: 2026-04-30}\n---\n\n# T\n\n- Decision: pending\n',
    ])
      assert.deepEqual(words(text), [], text);
  });
});

describe('bodies', () => {
  it('are named committees, boards and councils, each once', () => {
    const text =
      '# T\n\nThe AI Ethics Board and the Risk Committee meet; the Risk Committee decides. Our Data Team works, and the Board Chair signs.\n\n| Steering Group | Works Council |\n|---|---|\n| R | I |\n';
    assert.deepEqual(
      bodiesOf(reading(text)).map(({ name }) => name),
      ['AI Ethics Board', 'Risk Committee', 'Steering Group', 'Works Council'],
    );
  });

  it('go by the register where there is one, whatever they are called', () => {
    const people = 'bodies:\n  - name: Lenkungskreis\n    aliases: [LK]\n';
    const text = '# T\n\nDer Lenkungskreis berät; der LK entscheidet nicht.\n';
    const doc = new DecisionRightsDocument('a.md', text, { type: 'decision-rights', by: 'name' });
    const bodies = bodiesOf(new Reading(doc, settingsOf({ text, people })));
    assert.deepEqual(
      bodies.map(({ name, span }) => [name, text.slice(span.start, span.end)]),
      [['Lenkungskreis', 'Lenkungskreis']],
    );
  });
});
