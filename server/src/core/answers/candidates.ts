import type { Company } from '../workspace/company.ts';

/** A document or a row of the register that may be asked about. */
export interface Candidate {
  readonly names: readonly string[];
  /** How a list of what may be asked about calls it. */
  readonly label: string;
  /** As the company knows the file. */
  readonly path: string;
  /** The system of a register row; undefined for a document. */
  readonly system?: string;
  readonly retired: boolean;
}

/** More are not answered: whoever gets so many has to name one. */
const MOST = 20;

/** The documents of a company, and the systems of its registers that have none. Templates are about nothing. */
export function candidatesOf(company: Company): Candidate[] {
  const out = company.documents.flatMap((doc): Candidate[] => {
    if (doc.template === true) return [];
    const file = doc.path.slice(doc.path.lastIndexOf('/') + 1).replace(/(?:\.decision-rights)?\.\w+$/i, '');
    const named = [doc.initiative, doc.title].filter((name) => name !== undefined);
    return [
      {
        names: named.length > 0 ? named : [file],
        label: doc.initiative ?? doc.title ?? doc.path,
        path: doc.path,
        retired: doc.status === 'retired',
      },
    ];
  });
  for (const { rows, template } of company.registers)
    for (const row of template === true ? [] : rows) {
      if (row.system === '' || company.documentOf(row)) continue;
      const { system } = row;
      out.push({ names: [system], label: system, path: row.path, system, retired: false });
    }
  return out;
}

/** Those to answer for: what is retired is meant only where nothing in use is. */
export function meantOf<T extends Pick<Candidate, 'retired'>>(systems: readonly T[]): readonly T[] {
  const inUse = systems.filter(({ retired }) => !retired);
  return (inUse.length > 0 ? inUse : systems).slice(0, MOST);
}

/** The names a person may ask about, each once, in order. */
export function labelsOf(candidates: readonly Candidate[]): string[] {
  const known = candidates.filter(({ retired }) => !retired).map(({ label }) => label);
  return [...new Set(known)].sort();
}
