import assert from 'node:assert/strict';
import { inWorkspace } from '../support/cli.ts';

const SHARED = `---
type: decision-rights
initiative: claims
---

# Claims, 100 %

| Decision | Dana Whitfield | Tom Berg |
| --- | --- | --- |
| Production go-live | A/R | A |
| Choose the supplier | A | R |
`;

const EXCEPTION = SHARED.replace(
  '| Decision |',
  '<!-- decision-rights-disable raci-shared-accountable: joint until June -->\n\n| Decision |',
);

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
    };
    readonly columnKind: string;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly Location[];
      readonly relatedLocations?: readonly Location[];
      readonly fixes?: readonly {
        readonly artifactChanges: readonly {
          readonly artifactLocation: { readonly uri: string };
          readonly replacements: readonly {
            readonly deletedRegion: Region;
            readonly insertedContent?: object;
          }[];
        }[];
      }[];
      readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}
interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
}

describe('check --format sarif', () => {
  it('holds rules, places, related places and fixes', () =>
    inWorkspace({ 'my docs/a#1.md': SHARED }, async (workspace) => {
      const { code, out } = await workspace.run(['check', '--format=sarif']);
      assert.equal(code, 1);
      const log = JSON.parse(out) as Sarif;
      assert.equal(log.version, '2.1.0');
      const [run] = log.runs;
      assert.equal(run?.columnKind, 'utf16CodeUnits');
      const rules = run?.tool.driver.rules ?? [];
      assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
      for (const { ruleId, ruleIndex, message, locations, level } of run?.results ?? []) {
        assert.equal(rules[ruleIndex]?.id, ruleId);
        assert.ok(message.text.length > 0);
        assert.equal(locations.length, 1);
        assert.match(level, /^(?:error|warning|note)$/);
      }
      const shared = run?.results.find(({ ruleId }) => ruleId === 'raci-shared-accountable');
      assert.deepEqual(shared?.locations[0]?.physicalLocation, {
        artifactLocation: { uri: 'my%20docs/a%231.md' },
        region: { startLine: 10, startColumn: 30, endLine: 10, endColumn: 31 },
      });
      assert.equal(shared?.relatedLocations?.[0]?.physicalLocation.region.startColumn, 24);
      const [fix] = shared?.fixes ?? [];
      assert.equal(fix?.artifactChanges[0]?.artifactLocation.uri, 'my%20docs/a%231.md');
      assert.ok((fix?.artifactChanges[0]?.replacements.length ?? 0) > 0);
      // Every region is one: it does not end before it starts.
      for (const { locations, fixes = [] } of run?.results ?? [])
        for (const region of [
          ...locations.map(({ physicalLocation }) => physicalLocation.region),
          ...fixes.flatMap(({ artifactChanges }) =>
            artifactChanges.flatMap(({ replacements }) =>
              replacements.map(({ deletedRegion }) => deletedRegion),
            ),
          ),
        ]) {
          assert.ok(region.startLine >= 1 && region.startColumn >= 1);
          assert.ok(
            region.endLine > region.startLine ||
              (region.endLine === region.startLine && region.endColumn >= region.startColumn),
          );
        }
    }));

  it('holds what is silenced, with its reason, and fingerprints that outlive lines added above', () =>
    inWorkspace({ 'a.md': EXCEPTION, 'b.md': SHARED }, async (workspace) => {
      const run = async () =>
        (JSON.parse((await workspace.run(['check', '--format=sarif'])).out) as Sarif).runs[0];
      const before = await run();
      const silenced = before?.results.find(({ suppressions }) => suppressions);
      assert.deepEqual(
        [silenced?.ruleId, silenced?.suppressions?.[0]?.kind, silenced?.suppressions?.[0]?.justification],
        ['raci-shared-accountable', 'inSource', 'joint until June'],
      );
      const prints = (one: typeof before): string[] =>
        (one?.results ?? []).map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
      workspace.write('b.md', SHARED.replace('# Claims', '\n\n# Claims'));
      assert.deepEqual(prints(await run()), prints(before));
    }));
});

describe('check --format github', () => {
  it('writes a workflow command for each finding', () =>
    inWorkspace({ 'a.md': SHARED }, async (workspace) => {
      const { out } = await workspace.run(['check', '--format=github']);
      assert.match(
        out,
        /^::error file=a\.md,line=10,endLine=10,col=30,endColumn=30,title=raci-shared-accountable::“Production go-live” has 2/m,
      );
      assert.match(out, /\n\d+ errors?, .*in 1 file/);
    }));

  it('lets no document write a command of its own', () =>
    inWorkspace(
      {
        'a,b%3A.md': SHARED.replace('Tom Berg', 'T%0A::error::x\u001b[31m').replace(
          'Production go-live',
          'Go-live 100%',
        ),
      },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=github']);
        for (const line of out.trimEnd().split('\n').slice(0, -1))
          assert.match(line, /^::(?:error|warning|notice) file=/);
        assert.match(out, /file=a%2Cb%253A\.md,/);
        assert.match(out, /Go-live 100%25/);
        assert.doesNotMatch(out, /\u001b/);
      },
    ));
});

describe('check --format junit', () => {
  it('makes a suite for each file, and fails for errors alone', () =>
    inWorkspace(
      {
        'a.md': SHARED.replaceAll('Tom Berg', 'T & <b>"x"</b>\u0001'),
        'b.md': '---\ntype: ai-system-register\n---\n',
      },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=junit']);
        assert.match(out, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="decision-rights" /);
        assert.equal((out.match(/<testsuite /g) ?? []).length, 2);
        const failures = (out.match(/<failure /g) ?? []).length;
        assert.match(out, new RegExp(`^<testsuites [^>]*failures="${failures}"`, 'm'));
        assert.match(out, /<testcase name="no findings" classname="b\.md"/);
        assert.match(out, /<system-out>a\.md:\d+:\d+ {2}(?:warning|info) /);
        assert.doesNotMatch(out, /\u0001|<b>/);
        assert.match(out, /T &amp; &quot;x&quot;\\u0001/);
        wellNested(out);
      },
    ));
});

/** Every tag that opens is closed, in order. */
function wellNested(xml: string): void {
  const open: string[] = [];
  for (const [, close, name = '', self] of xml.matchAll(/<(\/?)([a-z-]+)[^<>]*?(\/?)>/g))
    if (close) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
  assert.deepEqual(open, []);
}

describe('check --format', () => {
  it('knows five formats', () =>
    inWorkspace({ 'a.md': SHARED }, async (workspace) => {
      const { code, err } = await workspace.run(['check', '--format=xml']);
      assert.equal(code, 2);
      assert.match(err, /text, json, sarif, github or junit/);
    }));
});
