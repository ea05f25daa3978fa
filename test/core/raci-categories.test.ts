import assert from 'node:assert/strict';
import { bareDecision, categoriesOf } from '../../server/src/core/document/raci/categories.ts';

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'pilot-go-no-go': [
    'Pilot go/no-go',
    'Pilot go / no-go',
    'Go/No-Go',
    'go or no-go for the pilot',
    'Pilot approval',
    'Approve the pilot',
    'Start pilot',
    'Pilotfreigabe',
    'Pilot go/no‑go',
    'Entscheidung über den Pilotstart',
    'Launch of the pilot',
    'Pilot-Freigabe',
    'Approval to start the pilot',
  ],
  'production-go-live': [
    'Production go-live',
    'Go-live',
    'Go live',
    'Go-Live Approval',
    'Deploy to production',
    'Deployment to production',
    'Production deployment',
    'Approve for production',
    'Approve model for production',
    'Production release',
    'Production approval (Zone 3)',
    'Launch decision',
    'Moving from pilot to production',
    'Release to all users',
    'Release approval',
    'Produktivsetzung',
    'Mise en production',
    'Puesta en producción',
    'Entrada em produção',
    'Ввод в эксплуатацию',
    '上线',
    'Production go/no-go',
  ],
  'in-production-modification': [
    'In-production modification',
    'In-production modifications',
    'Changes',
    'Change the model or the prompt',
    'Model change',
    'Model changes in production',
    'Prompt or model update',
    'Retrain the model',
    'Retraining',
    'Change to rules or model',
    'Changes once live',
    'New prompt or model version',
    'Modify the system',
    'Modification',
    'Production changes',
    'Update of prompts',
    'Model or prompt update',
    'Change prompts, thresholds or model version',
    'Modelländerungen',
    'Changements du modèle'.replace('Changements', 'Modifications'),
    '模型变更',
  ],
  'production-halt-rollback': [
    'Production halt/rollback',
    'Halt or roll back production',
    'Halt',
    'Stop the system',
    'Shut down',
    'Pause',
    'Roll back',
    'Kill switch',
    'Kill-switch activation',
    'Emergency stop',
    'Rollback Decision',
    'Suspend the agent',
    'Abschaltung',
    'Arrêt du système',
    'Остановка системы',
    '停机',
    'Pause or roll back the AI system',
  ],
  '': [
    'Change management',
    'Model training',
    'Feature engineering',
    'Training program',
    'Extend the pilot to a new segment',
    'End the pilot',
    'Release production funding',
    'Approve a vendor change',
    'Change the human-review sampling rate',
    'Override a model output',
    'Restart after a stop',
    'Retire the use case',
    'Monitor performance & drift',
    'Data source approval',
    'Budget approval',
    'Test the rollback plan',
    'Rollback runbook',
    'Change control',
    'Incident response',
    'Model evaluation',
    'Post-launch monitoring',
    'Pilot outcomes and funding',
    'Documentation',
    'Stop drill',
    'Pilot users',
    'Model risk validation',
    'Access reviews',
    'Product roadmap',
    'Security review',
    'Production support',
    'Pause for thought exercise',
    'One-stop shop page',
    'Payment stop requests',
    'Organisation change',
    'DLP policy changes',
    'Zone criteria updates',
    'Governance framework updates',
  ],
};

describe('decision categories', () => {
  for (const [category, labels] of Object.entries(EXPECTED))
    for (const label of labels)
      it(`${label}: ${category || 'an ordinary decision'}`, () => {
        const found = categoriesOf(label, new Map());
        assert.deepEqual(found, category === '' ? [] : [category]);
      });
  it('finds two in one label', () =>
    assert.deepEqual(categoriesOf('Go-live and rollback', new Map()), [
      'production-go-live',
      'production-halt-rollback',
    ]));
  it('adds the company’s own', () => {
    const own = new Map([
      ['vendor-change', ['vendor change']],
      ['production-go-live', ['hypercare start']],
    ]);
    assert.deepEqual(categoriesOf('Approve a vendor change', own), ['vendor-change']);
    assert.deepEqual(categoriesOf('Hypercare start', own), ['production-go-live']);
    assert.deepEqual(categoriesOf('Vendor changeover', own), []);
  });
  it('says when two labels are the same decision', () => {
    assert.equal(bareDecision('Production go-live'), bareDecision('Go-live approval'));
    assert.notEqual(bareDecision('Approve model for production'), bareDecision('Deploy to production'));
    assert.equal(bareDecision('Change the prompt'), undefined);
  });
});
