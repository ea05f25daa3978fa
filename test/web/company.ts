/** A document with everything the report shows; `i` tells one from the other. */
export function complete(i: number, status: string, owner: string): string {
  return `---
type: decision-rights
initiative: system-${i}
title: System ${i}
status: ${status}
autonomy: ${i % 2 ? 'agentic' : 'advisory'}
use_case_class: back-office
owner: {name: ${owner}, title: VP Claims}
stop_authority: {holder: ${owner}, rights: [pause, roll-back]}
escalation: {parties: [${owner}, CTO], timebox: 48h, tie_breaker: CTO}
gate: {decide_by: 2026-0${(i % 8) + 1}-15, decider: Ines Moreau, decision: pending}
# decision-rights-disable-line metric-missing: measured until May
---

# System ${i}

| Decision | ${owner} | AI Board |
| --- | --- | --- |
| Pilot go/no-go | A | C |
| Production go-live | A | ${i % 3 ? 'I' : 'A'} |
| Change the model | R | A |

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-28 | Which threshold? | ${owner}, CTO | | | |
`;
}

const REGISTER = `---
type: ai-system-register
---

| System | First call | Identified on | Owner | Document |
| --- | --- | --- | --- | --- |
| System 1 | Dana Whitfield | 2026-01-05 | Dana Whitfield | [s](1.md) |
| Shadow bot | | 2026-01-05 | | |
`;

const STATUSES = ['pilot', 'gate', 'production', 'paused', 'retired'];

/** Thirty documents and a register that together show every part of the page. */
export function company(): Record<string, string> {
  const files: Record<string, string> = { 'register.md': REGISTER };
  for (let i = 1; i <= 30; i++)
    files[`${i}.md`] = complete(
      i,
      STATUSES[i % 5] ?? 'pilot',
      i % 4 ? 'Dana Whitfield' : `Person Number${'x'.repeat(i)}`,
    );
  return files;
}
