import { bodiesOf } from '../../document/bodies.ts';
import { defineRule } from '../rule.ts';

/** So many bodies in a company of 50 to 500 people are a structure for a larger one. */
const MANY = 3;
const MID_SIZE = { from: 50, to: 500 };

export const docCommitteeHeavy = defineRule({
  id: 'doc-committee-heavy',
  group: 'document',
  severity: 'info',
  needs: 'whole',
  summary: 'three or more committees in a company of 50 to 500 people',
  why: 'A company of a few hundred people can settle these questions with one owner, one document and one gate. Committees borrowed from much larger companies add meetings, and every one of them is a place where a decision can wait. Ask of each body which decision only it can make; where there is none, name the person instead. The rule speaks only where the configuration gives a `company_size` between 50 and 500.',
  source: [41, 42, 50],
  examples: {
    bad: [
      {
        config: 'company_size: 220\n',
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nThe AI Ethics Board is informed first, then the Risk Committee. The ⟦Architecture Council⟧ comments on changes.\n',
      },
      {
        config: 'company_size: 50\n',
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nThe AI Ethics Board, the Risk Committee and the ⟦Architecture Council⟧ are informed.\n',
        note: 'the smallest company it is about',
      },
      {
        config: 'company_size: 500\n',
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nThe AI Ethics Board, the Risk Committee and the ⟦Architecture Council⟧ are informed.\n',
        note: 'the largest',
      },
    ],
    good: [
      {
        config: 'company_size: 220\n',
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nThe Risk Committee is informed, and so is the Works Council. The risk committee meets monthly; the Claims Team does the work.\n',
        note: 'the same body twice is one, and a team is no committee',
      },
      {
        config: 'company_size: 12000\n',
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nThe AI Ethics Board, the Risk Committee and the Architecture Council are informed.\n',
        note: 'a large company',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nThe AI Ethics Board, the Risk Committee and the Architecture Council are informed.\n',
        note: 'the configuration does not say how large the company is',
      },
    ],
  },
  check(reading, report) {
    const { companySize } = reading.config;
    if (companySize === undefined || companySize < MID_SIZE.from || companySize > MID_SIZE.to) return;
    const bodies = bodiesOf(reading);
    const [last] = bodies.slice(MANY - 1);
    if (!last) return;
    const names = bodies.map(({ name }) => name);
    report({
      span: last.span,
      message: `This document names ${bodies.length} bodies (${names.join(', ')}) in a company of ${companySize} people. Keep those that alone can make a decision, and name a person in place of the others.`,
      related: bodies
        .filter((body) => body !== last)
        .map(({ span, name }) => ({ span, message: `${name} is named here.` })),
    });
  },
});
