import { expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import { compose } from '../../src/pdf/compose';
import type { Block } from '../../src/pdf/document';
import { rendererSha256 } from '../../src/pdf/render';
import type { Answer, Key } from '../../src/policy/answer';
import { modelOf } from '../../src/policy/model';
import { parsePolicy } from '../../src/policy/parse';
import { sealRecord } from '../../src/record/seal';
import { sealingOf } from '../../scripts/bench/hand-over/sealing';
import { valueOf } from '../signing/material';
import { seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { resources } from './printed';

const { model: shipped, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const found = cases.find(({ answers }) => Array.isArray(answers['a5-partners']) && answers['a5-partners'].length > 1);
if (!found) throw new Error('no worked case with two partners');
const rows = found.answers['a5-partners'] as readonly string[];

/** The shipped policy, where partners need not be named. */
const policy = JSON.stringify(shipped.policy, (_key, value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value && value.id === 'a5-partner-name'
    ? { ...value, required: false }
    : value,
);
const model = modelOf(valueOf(parsePolicy(JSON.parse(policy))), shipped.settings);

/** The blocks that a record of these answers has about its partners. */
const partnersIn = (changed: (answers: Map<Key, Answer>) => void): readonly Block[] => {
  const answers = new Map(Object.entries(found.answers));
  changed(answers);
  const assessment = replay(model, logOf(model, answers, seeded(7)));
  if (!assessment) throw new Error('no beginning');
  const sealing = sealingOf(rendererSha256(resources), '0'.repeat(64), '2026-12-01T12:00:00+00:00');
  const { payload, id } = valueOf(sealRecord(assessment, sealing));
  const record = { id, payload, policy: model.policy, settings: model.settings };
  return compose({ record, payload, assessment, naming: () => assessment.walk, language: 'en' }).filter(
    (block) =>
      (block.kind === 'table' && block.columns.some(({ heading }) => heading === 'Sector')) ||
      (block.kind === 'words' && /^Partner \d: Name$/.test(block.label)),
  );
};

it('rows that an officer has named stand under their names, which are not said again below', () => {
  const names = rows.map((row, index) => {
    const name = found.answers[`a5-partner-name/${row}`];
    return typeof name === 'string' ? name : `Partner ${index + 1}`;
  });
  const [table, ...others] = partnersIn(() => undefined);
  expect(others).toEqual([]);
  expect(table?.kind === 'table' && table.columns[0]?.heading).toBe('Name');
  expect(table?.kind === 'table' && table.rows.map(([first]) => first)).toEqual(names);
});

it('rows of which one has no name stand under their numbers, with what was written below', () => {
  const [table, ...others] = partnersIn((answers) => answers.delete(`a5-partner-name/${rows[0]}`));
  expect(table?.kind === 'table' && table.columns[0]?.heading).toBe('Item');
  expect(table?.kind === 'table' && table.rows.map(([first]) => first)).toEqual(
    rows.map((_, index) => `Partner ${index + 1}`),
  );
  expect(others).toHaveLength(rows.length - 1);
});
