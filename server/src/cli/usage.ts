const CHECK_OPTIONS = `
  --format FORMAT        text, json, sarif (code scanning), github (annotations) or junit (default: text)
  --fix                  apply safe fixes first, then report what is left
  --config FILE          use this configuration instead of the nearest .decision-rights.yaml
  --today YYYY-MM-DD     the date every deadline is measured against (default: today)
  --rule ID=SEVERITY     off, info, warning or error for one rule or group; may be repeated
  --max-warnings N       exit with 1 when there are more than N warnings
  --quiet                print errors only
  --summary              print the counts only
  --cache                keep findings, and check again only what changed (default: --no-cache)
  --cache-location PATH  the cache file, or a folder for it (default: node_modules/.cache/decision-rights, else the
                         system's cache folder)
  --watch                check again on every change, until Ctrl+C; prints what differs
  --stdin-filename NAME  what the text on standard input (PATH -) is called
`;

const COMMANDS: Readonly<Record<string, string>> = {
  check: `decision-rights check [PATH…]

Reports what is wrong or missing in decision-rights documents.
PATH is a file (always checked), a folder (only marked documents; .gitignore is honoured), or - for
standard input. Default: the current folder.

Options:${CHECK_OPTIONS}
Exit status: 0 no errors, 1 findings, 2 the command could not do its work.
`,
  fix: `decision-rights fix [PATH…]

Applies the fixes that are safe without a person deciding, then reports what is left.

Options:
  --dry-run              print the changes as a unified diff and write nothing${CHECK_OPTIONS}
`,
  new: `decision-rights new FILE [--ANSWER VALUE …]

Writes a complete decision-rights document from answers: flags, or questions on a terminal. What nobody
answered stays a [placeholder]. Refuses to overwrite a file.
`,
  adopt: `decision-rights adopt FILE

Adds frontmatter derived from what the document already says; changes nothing else.
`,
  report: `decision-rights report [PATH…]

Makes one report of all decision-rights documents and registers under PATH (default: the current folder):
initiatives by stage, who holds which decisions, what is due when, what is missing, and the exceptions.

Options:
  --format html|md|csv|json   a page, Markdown, a table for spreadsheets, or data (default: by the name of
                              the output, else html)
  --output FILE               write to FILE instead of standard output; links are relative to it
  --config FILE               use this configuration instead of the nearest .decision-rights.yaml
  --today YYYY-MM-DD          the date every deadline is measured against (default: today)

Exit status: 0 the report was made, 2 the command could not do its work.
`,
  who: `decision-rights who QUESTION

Says who holds a right over a system, how fast they can be reached, who stands in, and where that is written:

  decision-rights who may stop refund-agent
  decision-rights who decides refund-agent production-go-live
  decision-rights who owns refund-agent
  decision-rights who refund-agent

A part of the system's name is enough, and a slip of the finger is forgiven.

Options:
  --format text|json     how the answer is printed (default: text)
  --in FOLDER            look at the documents of this folder only (default: the whole workspace)
  --config FILE          use this configuration instead of the nearest .decision-rights.yaml
  --today YYYY-MM-DD     the date every deadline is measured against (default: now)

Exit status: 0 somebody is named, 1 nobody is, or nothing or several systems fit, 2 the command could not do its work.
`,
  diagnose: `decision-rights diagnose FILE

For a pilot that works and gets no money: asks the document three questions (is there a business owner, was the
gate defined before the start, is the case one of money, time or risk), shows what it says, and names the next step
with a paragraph to send.

Options:
  --format text|json     how the answer is printed (default: text)
  --config FILE          use this configuration instead of the nearest .decision-rights.yaml
  --today YYYY-MM-DD     the date every deadline is measured against (default: now)

Exit status: 0 all three are answered with yes, 1 one is not, 2 the command could not do its work.
`,
  explain: `decision-rights explain RULE-ID
decision-rights explain --list

Prints a rule's page: what it means, why it matters, where it comes from, examples. --list prints one line a rule.
`,
  schema: `decision-rights schema frontmatter|config|people|report

Prints the JSON Schema of a file this tool reads or writes.
`,
  init: `decision-rights init

Writes .decision-rights.yaml and an empty people register into the current folder; overwrites nothing.
`,
  mcp: `decision-rights mcp

Runs an MCP server over standard input and output, for assistants. It reads the workspace of the current folder and
writes nothing. Tools: who (may stop, decides, owns), check, portfolio.
`,
  lsp: `decision-rights lsp --stdio

Runs the language server. Also --node-ipc and --socket=N.
`,
};

/** Help of one command; undefined when there is no such command. */
export function commandHelp(name: string): string | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

export const HELP = `decision-rights: who is Accountable for each decision, checked as you write it.

Usage:
  decision-rights check [PATH…]     report findings (default: the current folder)
  decision-rights fix [PATH…]       apply safe fixes, then report what is left
  decision-rights new FILE          write a complete document from answers
  decision-rights adopt FILE        add frontmatter from what the document already says
  decision-rights report [PATH…]    one page about all initiatives, people, dates and gaps
  decision-rights who QUESTION      who may stop, decides or owns a system, and where that is written
  decision-rights diagnose FILE     why a pilot gets no money, and the next step
  decision-rights explain RULE-ID   why a rule exists, with examples (--list: all rules)
  decision-rights schema NAME       JSON Schema of frontmatter, config, people or report
  decision-rights init              write a configuration and an empty people register
  decision-rights mcp               an MCP server for assistants, read-only
  decision-rights lsp --stdio       the language server

  --help      this page, or a command's own
  --version   the version
`;
