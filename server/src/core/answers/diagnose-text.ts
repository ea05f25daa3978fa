import type { Diagnosis } from './diagnose.ts';
import type { Paint } from './who-text.ts';

/** The diagnosis for a person: the next step first, then the three questions with their evidence, then the words to send. */
export function diagnosisText(diagnosis: Diagnosis, { bold, dim, warn }: Paint): string {
  const { questions, step, title } = diagnosis;
  const out = [bold(`${title}: ${step.title}.`), step.text, ''];
  for (const [i, { question, answer, why, evidence }] of questions.entries()) {
    const mark = answer === 'yes' ? answer : warn(answer);
    out.push(`${i + 1}. ${question}  ${mark}`, `   ${why}`);
    for (const { quote, path, line } of evidence)
      out.push(`   ${quote === '' ? '(blank)' : `“${quote}”`}  ${dim(`${path}:${line}`)}`);
    out.push('');
  }
  for (const also of step.also) out.push(`Also: ${also}`);
  if (step.also.length > 0) out.push('');
  if (step.paragraph !== '') out.push('To send:', '', step.paragraph, '');
  return `${out.join('\n').trimEnd()}\n`;
}
