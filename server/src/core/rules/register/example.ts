/** A register with these rows, as the examples of the rules show one. */
export function registerWith(...rows: readonly string[]): string {
  return `---
type: ai-system-register
---

# AI systems in production

| System | Unit | First call | Identified on | Owner | Assigned on | Document |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** A row that lacks nothing. */
export const COMPLETE =
  '| Contract review | Legal Operations | Ines Moreau | 2026-01-12 | Ines Moreau | 2026-01-20 | [contract-review](contract-review.md) |';
