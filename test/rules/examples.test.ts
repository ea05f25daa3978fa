import { RULES } from '../../server/src/core/rules/index.ts';
import { checkBad, checkFixes, checkGood, VARIANTS } from '../support/check-rule.ts';

// Every rule's examples, executed. To look at one rule: mocha --grep 'raci-shared-accountable'.
for (const rule of RULES) {
  describe(`rule ${rule.id}`, () => {
    for (const { name, dress } of VARIANTS) {
      rule.examples.bad.forEach((example, i) => {
        const label = example.note ?? `bad ${i + 1}`;
        it(`reports exactly the marked place: ${label} (${name})`, () => checkBad(rule.id, example, dress));
        it(`has fixes that mend it: ${label} (${name})`, () => checkFixes(rule.id, example, dress));
      });
      rule.examples.good.forEach((example, i) => {
        it(`is silent: ${example.note ?? `good ${i + 1}`} (${name})`, () =>
          checkGood(rule.id, example, dress));
      });
    }
  });
}
