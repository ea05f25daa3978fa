import { CONFIG_NAME } from '../core/config/load.ts';
import type { Host } from './host.ts';
import { parseOptions } from './options.ts';

/** A name that the VS Code extension gives the register's schema to: completion, and a word on every key. */
const PEOPLE_NAME = 'decision-rights-people.yaml';

const CONFIG = `# Settings of Decision Rights for this folder and everything below it.
# The nearest file of this name applies alone; nothing is merged.
people: ${PEOPLE_NAME}

# Which Markdown files count as decision-rights documents, besides those that say so themselves:
# documents:
#   - governance/**/*.md

# The lowest rank that may own an AI outcome:
# min_rank: vp
`;

const PEOPLE = `# Who works here: lets the checks tell a VP from an analyst and follow people who change jobs.
people: []
#  - id: dana
#    name: Dana Whitfield
#    title: VP Claims Operations
#    rank: vp
#    unit: Claims Operations
#    function: business
bodies: []
#  - name: AI Steering Committee
#    chair: dana
`;

/** `init`: a configuration and an empty people register; overwrites nothing. */
export async function initCommand(args: readonly string[], host: Host): Promise<number> {
  parseOptions(args, {});
  for (const [name, text] of [
    [CONFIG_NAME, CONFIG],
    [PEOPLE_NAME, PEOPLE],
  ] as const) {
    const path = `${host.cwd}/${name}`;
    if (await host.files.kind(path)) {
      host.err.write(`${name} is there already; left as it is.\n`);
      continue;
    }
    await host.files.create(path, text);
    host.out.write(`Wrote ${name}.\n`);
  }
  return 0;
}
