import type { PeopleRegister, Person } from '../people/register.ts';
import type { Company } from '../workspace/company.ts';
import type { DocumentFacts } from '../workspace/facts.ts';

/** The documents whose initiative or title a query may mean, in path order. */
export function initiativesFor(company: Company, query: string): DocumentFacts[] {
  return company.documents.filter(({ initiative, title }) =>
    [initiative, title].some((name) => name !== undefined && mayMean(name, query)),
  );
}

/** The people whom a query may mean. */
export function peopleFor(register: PeopleRegister, query: string): Person[] {
  return register.people.filter(({ name, aliases }) => [name, ...aliases].some((one) => mayMean(one, query)));
}

/** True when the query's letters stand in the name in this order, as editors look for symbols; always for an empty one. */
function mayMean(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
