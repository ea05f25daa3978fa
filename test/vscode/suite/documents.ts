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
