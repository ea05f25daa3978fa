/** Documents the tests write. */

/** Two people are Accountable for the go-live; the second A is what the finding points at. */
export const SHARED = `---
type: decision-rights
initiative: refund-agent
status: pilot
---

# Refund agent

## Decision rights

| Decision | VP Service | VP Finance |
| --- | --- | --- |
| Production go-live | A | A |
`;

export const SHARED_RULE = 'raci-shared-accountable';

/** Line and columns of the finding in \`SHARED\`. */
export const SHARED_PLACE = { line: 12, start: 27, end: 28 };

/** A key one letter away from a known one: the only kind of finding that may be fixed unattended. */
export const MISSPELT_KEY = SHARED.replace('status:', 'statuss:');

export const MISSPELT_RULE = 'frontmatter-unknown-key';

/** Looks much like a document of ours, and is none. */
export const ORDINARY = SHARED.replace('type: decision-rights', 'type: essay');

/** What most Markdown files are. */
export const README = `# claims-service

Runs with \`npm start\`. The owner of this repository is the platform team; see CODEOWNERS.

| Option | Default | Meaning |
| --- | --- | --- |
| owner | none | who is told |
| status | pilot | nothing to do with us |
`;

/** Minutes about the same things as our documents, with frontmatter of a static site. */
export const MINUTES = `---
title: Steering committee, 12 March
date: 2026-03-12
tags: [ai, pilot, raci]
---

## Decisions

| Decision | Dana Whitfield | Marcus Oyelaran |
| --- | --- | --- |
| Production go-live | A | A |

## Escalation path

To be agreed.
`;
