/** A document with two people Accountable for one decision, and more that is wrong. */
export const BAD = `---
type: decision-rights
initiative: claims-triage
status: production
---

# Claims triage 👩🏽‍💼

Übersicht 田中 👩🏽‍💼 of the claims desk.

## Decision rights

| Decision | VP Claims | CTO | Legal |
| --- | --- | --- | --- |
| Pilot go/no-go | A | R | C |
| 👩🏽‍💼 Production go-live | A | A | C |
| In-production modification | A | R | C |
| Production halt or rollback | A | R | I |
`;

/** Where the second A of the shared row stands in `BAD`. */
export const SHARED_ROW = '| 👩🏽‍💼 Production go-live | A | A |';
export const SECOND_A = '| 👩🏽‍💼 Production go-live | A | '.length;

/** Markdown that is nobody's business. */
export const ORDINARY = `# Notes

| Item | A | B |
| --- | --- | --- |
| one | A | A |

The owner is the board. TBD.
`;
