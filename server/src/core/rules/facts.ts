/** How sure we are of a fact: we read the text itself, a quoted copy, or somebody's report of it. */
export type Sureness = 'text seen' | 'quoted copies' | 'second-hand';

/** Something a law or a standard says that is related to a rule. Never proof that the law demands what a rule asks. */
export interface Fact {
  readonly id: string;
  readonly citation: string;
  /** Our paraphrase. */
  readonly says: string;
  readonly sure: Sureness;
  /** For dates of application: when we last looked. */
  readonly asOf?: string;
}

/** Laws and standards the hovers mention, in one place with how sure we are of each. */
export const FACTS: readonly Fact[] = [
  {
    id: 'eu-3-4',
    citation: 'EU AI Act, Art. 3(4)',
    says: 'The deployer is whoever uses an AI system under its own authority in a professional activity; usually that is the company.',
    sure: 'text seen',
  },
  {
    id: 'eu-14-3',
    citation: 'EU AI Act, Art. 14(3)',
    says: 'Human oversight has to match the risks, the level of autonomy and the context of use.',
    sure: 'text seen',
  },
  {
    id: 'eu-14-4',
    citation: 'EU AI Act, Art. 14(4)(d) and (e)',
    says: 'People who oversee a high-risk system must be able to disregard, override or reverse its output, and to interrupt it with a stop button or something like it; this is a duty on how the system is provided.',
    sure: 'text seen',
  },
  {
    id: 'eu-26-2',
    citation: 'EU AI Act, Art. 26(2)',
    says: 'Deployers of high-risk systems assign oversight to natural persons who have the competence, training and authority for it.',
    sure: 'text seen',
  },
  {
    id: 'eu-26-3',
    citation: 'EU AI Act, Art. 26(3)',
    says: 'The deployer stays free to organise its own resources and activities.',
    sure: 'text seen',
  },
  {
    id: 'eu-26-5',
    citation: 'EU AI Act, Art. 26(5)',
    says: 'Deployers monitor a high-risk system; where it may present a risk they inform without undue delay and suspend its use, and they report a serious incident at once.',
    sure: 'text seen',
  },
  {
    id: 'eu-26-6',
    citation: 'EU AI Act, Art. 26(6) and (11)',
    says: 'Deployers keep the logs of a high-risk system for at least six months, and tell people when an Annex III system takes or supports decisions about them.',
    sure: 'text seen',
  },
  {
    id: 'eu-27-1',
    citation: 'EU AI Act, Art. 27(1)(e) and (f)',
    says: 'The impact assessment that certain deployers owe describes the human oversight and the internal governance.',
    sure: 'text seen',
  },
  {
    id: 'eu-annex-iii-5',
    citation: 'EU AI Act, Annex III 5(b), (c) and (d)',
    says: 'High-risk uses include judging creditworthiness (detecting fraud is not one), pricing life and health insurance, and emergency triage.',
    sure: 'text seen',
  },
  {
    id: 'eu-25-1',
    citation: 'EU AI Act, Art. 25(1)',
    says: 'Putting your own brand on a system, changing it substantially or changing its purpose can turn a deployer into a provider.',
    sure: 'text seen',
  },
  {
    id: 'eu-99',
    citation: 'EU AI Act, Art. 99(4)(e) and 99(6)',
    says: 'Breach of the duties in Art. 26 can cost up to EUR 15 million or 3 % of turnover; for smaller companies the lower of the two.',
    sure: 'text seen',
  },
  {
    id: 'eu-113',
    citation: 'EU AI Act, Art. 113, and the 2026 omnibus',
    says: 'The 2024 text applies the high-risk duties from 2 August 2026; for Annex III uses this is reported as postponed to 2 December 2027.',
    sure: 'second-hand',
    asOf: '2026-11',
  },
  {
    id: 'nist-govern-2',
    citation: 'NIST AI RMF, GOVERN 2.1 and 2.3',
    says: 'Roles, responsibilities and lines of communication are documented, and executives take responsibility for decisions about AI risk.',
    sure: 'quoted copies',
  },
  {
    id: 'nist-manage',
    citation: 'NIST AI RMF, MANAGE 1.1 and 2.4',
    says: 'Somebody decides whether a system should proceed, and there are mechanisms and responsibilities to supersede, disengage or deactivate it.',
    sure: 'quoted copies',
  },
  {
    id: 'iso-42001-a32',
    citation: 'ISO/IEC 42001, A.3.2',
    says: 'Roles and responsibilities for AI are defined and allocated.',
    sure: 'second-hand',
  },
];

const byId = new Map(FACTS.map((fact) => [fact.id, fact]));

/** The fact of that id; undefined when there is none. */
export function factById(id: string): Fact | undefined {
  return byId.get(id);
}
