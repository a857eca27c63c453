import { expect, it } from 'vitest';
import { drawnColumns, tickOf } from '../../src/features/assess/form/grid-columns';
import type { Group, SimpleField } from '../../src/policy/field';
import { knownPolicy } from '../support/policies';

const { model } = knownPolicy('decision-trees/partnership', '1.0.0.json');

const fieldNamed = (id: string): Group | SimpleField => {
  const found = model.places.get(id);
  if (!found) throw new Error(`no field ${id}`);
  return found.field;
};
const groupNamed = (id: string): Group => {
  const found = fieldNamed(id);
  if (found.kind !== 'group') throw new Error(`${id} is no group`);
  return found;
};

it('words that only some rows are asked stand below the row, and what is proposed already comes last', () => {
  expect(drawnColumns(groupNamed('r1-risks'))).toEqual({
    beside: [['r1-likelihood'], ['r1-impact'], ['r1-applies']],
    below: [['r1-worst', 'r1-controls', 'r1-why-not', 'r1-owner', 'r1-owner-name']],
  });
});

it('the columns of a grid that asks every row the same stay as the policy writes them', () => {
  for (const id of ['a5-partners', 'a10-services', 'b7-list', 'e1-services']) {
    const group = groupNamed(id);
    expect(drawnColumns(group)).toEqual({ beside: group.columns, below: [] });
  }
});

it('a choice is one tick only where the first of its two options is proposed and it must be answered', () => {
  const applies = fieldNamed('r1-applies');
  if (applies.kind !== 'choice') throw new Error('r1-applies is no choice');
  expect(tickOf(applies)?.map(({ id }) => id)).toEqual(['yes', 'no']);
  const { carry, ...notProposed } = applies;
  expect(carry).toBe('yes');
  for (const other of [
    notProposed,
    { ...applies, carry: 'no' },
    { ...applies, required: false },
    { ...applies, options: [...applies.options, { id: 'unsure', label: { en: 'Not sure' } }] },
    { ...applies, options: applies.options.slice(0, 1) },
    { ...applies, options: [{ from: { list: 'risks' } }, ...applies.options.slice(1)] },
    fieldNamed('a5-partner-written'),
    fieldNamed('r1-likelihood'),
  ] satisfies readonly (Group | SimpleField)[])
    expect(tickOf(other)).toBeUndefined();
});
