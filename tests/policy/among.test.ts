import { describe, expect, test } from 'vitest';
import type { Answer, Key } from '../../src/policy/answer';
import { type Model, modelOf } from '../../src/policy/model';
import { parsePolicy } from '../../src/policy/parse';
import type { Policy } from '../../src/policy/schema';
import { shownLines } from '../../src/policy/shown';
import { askedFields, offeredOptions, type Walk, walk } from '../../src/policy/walk';
import { edited } from '../support/edit';
import { readJson } from '../support/policies';
import { equipment, loan, today } from './scope';

const policy = readJson('tests/fixtures/equipment/1.0.0.json') as Policy;
const at = policy.questions.findIndex(({ id }) => id === 'hazards');
const page = policy.questions[at];
const [hazard, ...rest] = page?.fields ?? [];
if (hazard?.kind !== 'choices') throw new Error('the equipment policy has no hazards');

/** The worst of the hazards that were ticked. */
const worst = { id: 'worst', kind: 'choice', label: { en: 'Which is the worst?' }, required: false, among: 'hazard' };

const withWorst = (among: string, first = false): unknown => {
  const field = { ...worst, among, options: hazard.options };
  return edited(policy, `questions[${at}].fields`, first ? [field, hazard, ...rest] : [hazard, field, ...rest]);
};

const faults = (value: unknown): readonly string[] => {
  const parsed = parsePolicy(value);
  return parsed.ok ? [] : parsed.failures.map(({ code, place }) => `${code} at ${place}`);
};

const model = ((): Model => {
  const parsed = parsePolicy(withWorst('hazard'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failures));
  return modelOf(parsed.value, equipment.model.settings);
})();

const walked = (answers: Readonly<Record<Key, Answer>>): Walk =>
  walk(model, new Map<Key, Answer>(Object.entries({ ...loan, ...answers })), today);

const offered = (ticks: readonly string[]): readonly string[] => {
  const place = model.places.get('worst');
  return place ? offeredOptions(walked({ hazard: ticks }), place.field).map(({ id }) => id) : [];
};

describe('a choice among the ticks of another field', () => {
  test('offers what is ticked there, and nothing before anything is', () => {
    expect(offered(['gas', 'crowd'])).toEqual(['gas', 'crowd']);
    expect(offered([])).toEqual([]);
  });

  test('is asked with these options', () => {
    const result = walked({ hazard: ['gas', 'crowd'] });
    const step = result.path.find((one) => one.page.id === 'hazards');
    const asked = step && askedFields(result, step).find(({ field }) => field.id === 'worst');
    expect(asked).toBeDefined();
  });

  test('does not count once its tick is gone, and counts again when it is back', () => {
    const counts = (ticks: readonly string[]): boolean => walked({ hazard: ticks, worst: 'gas' }).counted.has('worst');
    expect([counts(['gas', 'crowd']), counts(['crowd']), counts(['gas'])]).toEqual([true, false, true]);
  });

  test('may look only at ticks, which are asked before it', () => {
    const path = (number: number): string => `questions[${at}].fields[${number}].among`;
    expect(faults(withWorst('hazard'))).toEqual([]);
    expect(faults(withWorst('store'))).toEqual([`policy.among at ${path(1)}`]);
    expect(faults(withWorst('hazzard'))).toContain(`policy.unknown-reference at ${path(1)}`);
    expect(faults(withWorst('hazard', true))).toEqual([`policy.reads-ahead at ${path(0)}`]);
  });
});

test('a line may show something of each row, and of an officer’s rows by their order', () => {
  const line = { id: 'items', label: { en: 'Items' }, from: { field: 'item-name' }, over: { group: 'item' } };
  expect(shownLines(walked({ item: ['row-1', 'row-2'], 'item-name/row-2': 'Chairs' }), [line], 'en')).toEqual([
    { label: 'Items', texts: ['Gazebos', 'Chairs'] },
  ]);
});
