import * as vscode from 'vscode';
import type { PortfolioNews } from './portfolio-model.ts';
import type {
  Portfolio,
  PortfolioClock,
  PortfolioFinding,
  PortfolioInitiative,
  PortfolioSystem,
} from './protocol.ts';

/** A line of the Portfolio view. */
export interface PortfolioNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  readonly icon: vscode.ThemeIcon;
  readonly tooltip?: string;
  /** The place it stands for; the line counts from 1. */
  readonly place?: { readonly path: string; readonly line: number };
  readonly children: readonly PortfolioNode[];
  readonly open?: boolean;
}

type Status = PortfolioInitiative['status'];

const STATUSES: readonly Status[] = ['production', 'paused', 'gate', 'pilot', null, 'retired'];

function statusName(status: Status): string {
  switch (status) {
    case 'pilot':
      return vscode.l10n.t('Pilot');
    case 'gate':
      return vscode.l10n.t('At the gate');
    case 'production':
      return vscode.l10n.t('Production');
    case 'paused':
      return vscode.l10n.t('Paused');
    case 'retired':
      return vscode.l10n.t('Retired');
    default:
      return vscode.l10n.t('Status not said');
  }
}

/** The initiatives by status, and the systems that wait for an owner or a document. */
export function portfolioNodes({ portfolio }: PortfolioNews): PortfolioNode[] {
  const byPath = <T extends { readonly path: string }>(all: readonly T[]): Map<string, T[]> => {
    const map = new Map<string, T[]>();
    for (const one of all) map.set(one.path, [...(map.get(one.path) ?? []), one]);
    return map;
  };
  const clocks = byPath(portfolio.clocks);
  const findings = byPath(portfolio.findings);
  const groups = STATUSES.flatMap((status): PortfolioNode[] => {
    const members = portfolio.initiatives.filter((one) => one.status === status);
    if (members.length === 0) return [];
    const children = members
      .map((one) =>
        initiativeNode(one, clocks.get(one.path) ?? [], findings.get(one.path) ?? [], portfolio.today),
      )
      .sort((a, b) => a.label.localeCompare(b.label));
    return [group(`status:${status}`, statusName(status), children, status !== 'retired')];
  });
  const waiting = systemNodes(portfolio);
  const rest = portfolio.findings.filter(
    ({ path }) => !portfolio.initiatives.some((one) => one.path === path),
  );
  return [
    ...groups,
    ...(waiting.length > 0
      ? [group('systems', vscode.l10n.t('Systems without owner or document'), waiting, true)]
      : []),
    ...(rest.length > 0
      ? [group('rest', vscode.l10n.t('Register and configuration'), rest.map(findingNode), false)]
      : []),
  ];
}

function group(id: string, name: string, children: readonly PortfolioNode[], open: boolean): PortfolioNode {
  return {
    id,
    label: name,
    description: String(children.length),
    spoken: vscode.l10n.t('{0}: {1}', name, children.length),
    icon: vscode.ThemeIcon.Folder,
    children,
    open,
  };
}

function initiativeNode(
  one: PortfolioInitiative,
  clocks: readonly PortfolioClock[],
  findings: readonly PortfolioFinding[],
  today: string,
): PortfolioNode {
  const { path, line, title, owner } = one;
  const retired = one.status === 'retired';
  const name = owner ? owner.name : vscode.l10n.t('no owner');
  const gaps = gapsOf(one);
  const next = clocks[0];
  const clock = next && clockWords(next, today);
  const ownerRow: PortfolioNode = {
    id: `owner:${path}`,
    label: owner ? vscode.l10n.t('Owner: {0}', name) : vscode.l10n.t('Nobody is named as owner'),
    ...(owner?.title && { description: owner.title }),
    spoken: owner
      ? vscode.l10n.t('Owner: {0}', owner.title ? `${name}, ${owner.title}` : name)
      : vscode.l10n.t('Nobody is named as owner'),
    icon: new vscode.ThemeIcon(owner ? 'person' : 'question'),
    place: { path, line: owner?.line ?? line },
    children: [],
  };
  return {
    id: `initiative:${path}`,
    label: title,
    description: [name, gaps, clock].filter(Boolean).join(' · '),
    spoken: [title, statusName(one.status), ownerRow.spoken, gaps || vscode.l10n.t('no gaps'), clock]
      .filter(Boolean)
      .join(', '),
    icon: retired ? new vscode.ThemeIcon('archive') : severityIcon(one.errors, one.warnings),
    tooltip: [title, ownerRow.spoken, gaps, clock, path].filter(Boolean).join('\n'),
    place: { path, line },
    children: [ownerRow, ...clocks.map((one) => clockNode(one, today)), ...sorted(findings).map(findingNode)],
  };
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

function sorted(findings: readonly PortfolioFinding[]): PortfolioFinding[] {
  return [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.line - b.line);
}

function gapsOf({ errors, warnings }: PortfolioInitiative): string {
  const parts: string[] = [];
  if (errors === 1) parts.push(vscode.l10n.t('1 error'));
  else if (errors) parts.push(vscode.l10n.t('{0} errors', errors));
  if (warnings === 1) parts.push(vscode.l10n.t('1 warning'));
  else if (warnings) parts.push(vscode.l10n.t('{0} warnings', warnings));
  return parts.join(', ');
}

function severityIcon(errors: number, warnings: number): vscode.ThemeIcon {
  if (errors) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (warnings) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}

function findingNode({ path, line, rule, severity, message }: PortfolioFinding): PortfolioNode {
  const names = {
    error: vscode.l10n.t('error'),
    warning: vscode.l10n.t('warning'),
    info: vscode.l10n.t('note'),
  };
  return {
    id: `finding:${path}:${line}:${rule}:${message}`,
    label: message,
    description: rule,
    spoken: vscode.l10n.t('{0}: {1}', names[severity], message),
    icon:
      severity === 'info'
        ? new vscode.ThemeIcon('info')
        : severityIcon(Number(severity === 'error'), Number(severity === 'warning')),
    tooltip: `${message}\n${path}:${line}`,
    place: { path, line },
    children: [],
  };
}

function clockNode(clock: PortfolioClock, today: string): PortfolioNode {
  const { path, line, kind, what, due, state, decides } = clock;
  const words = clockWords(clock, today);
  const who = decides.length > 0 ? vscode.l10n.t('{0} decides', decides.join(', ')) : '';
  return {
    id: `clock:${path}:${line}:${kind}:${what}`,
    label: what,
    description: [words, who].filter(Boolean).join(' · '),
    spoken: [what, words, who].filter(Boolean).join(', '),
    icon:
      state === 'overdue'
        ? new vscode.ThemeIcon('watch', new vscode.ThemeColor('list.errorForeground'))
        : new vscode.ThemeIcon('clock'),
    tooltip: [what, due, who].filter(Boolean).join('\n'),
    place: { path, line },
    children: [],
  };
}

const DAY_MS = 86_400_000;

/** How far away a clock is: `in 5 days`, `3 hours overdue`. */
function clockWords({ due, hoursLeft, state }: PortfolioClock, today: string): string {
  if (due.includes('T')) {
    const hours = Math.max(1, Math.abs(hoursLeft));
    if (state === 'overdue') return vscode.l10n.t('{0} h overdue', hours);
    return vscode.l10n.t('{0} h left', hours);
  }
  const days = Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS);
  if (days === 0) return vscode.l10n.t('due today');
  if (days === 1) return vscode.l10n.t('due tomorrow');
  if (days > 0) return vscode.l10n.t('due in {0} days', days);
  return days === -1 ? vscode.l10n.t('1 day overdue') : vscode.l10n.t('{0} days overdue', -days);
}

function systemNodes({ systems, today }: Portfolio): PortfolioNode[] {
  return systems
    .filter(({ state }) => state !== 'owned')
    .map((one) => {
      const words = systemWords(one, today);
      return {
        id: `system:${one.path}:${one.line}`,
        label: one.system,
        description: words,
        spoken: `${one.system}, ${words}`,
        icon:
          one.state === 'overdue'
            ? new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'))
            : new vscode.ThemeIcon('question'),
        tooltip: [one.system, words, one.firstCall ? vscode.l10n.t('First call: {0}', one.firstCall) : '']
          .filter(Boolean)
          .join('\n'),
        place: { path: one.path, line: one.line },
        children: [],
      };
    });
}

function systemWords({ state, owner, dueOn }: PortfolioSystem, today: string): string {
  if (state === 'undocumented') return vscode.l10n.t('{0}, no document', owner ?? '');
  const days = dueOn === null ? undefined : Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
  if (days === undefined) return vscode.l10n.t('no owner');
  if (days < 0) return vscode.l10n.t('no owner, {0} days overdue', -days);
  return vscode.l10n.t('no owner, {0} days left', days);
}
