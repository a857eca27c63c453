import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import { bandOf, earliest, later, maximum, product, sum } from '../../src/policy/arithmetic';
import { read } from '../../src/policy/evaluate';
import type { Operand } from '../../src/policy/expression';
import { isUnsure, type Reading, rowIds, unsureKeys } from '../../src/policy/scope';
import { modelOf } from '../../src/policy/model';
import { parsePolicy } from '../../src/policy/parse';
import { edited } from '../support/edit';
import { equipment, scopeWith, today } from './scope';

type Answers = Readonly<Record<string, Answer>>;

const value = (id: string, answers: Answers): Reading => read(scopeWith(answers), { value: id });
const items = (...values: readonly number[]): Answers => ({
  item: values.map((_, index) => `row-${index}`),
  ...Object.fromEntries(values.map((pence, index) => [`item-value/row-${index}`, pence])),
});

describe('operands', () => {
  test.each<[string, Operand, Answers, Reading]>([
    ['a literal is itself', 7, {}, 7],
    ['the day is the one given', { today: true }, {}, today],
    ['a setting is the council’s', { setting: 'insured-from' }, {}, 100_000],
    ['a setting that the council leaves out is the policy’s', { setting: 'notice' }, {}, 10],
    ['a setting that is a list gives ids', { setting: 'stores' }, {}, ['parks', 'library', 'leisure']],
    ['the contact is the chosen item’s', { contact: 'store' }, { store: 'library' }, 'Dawn Ashby'],
    ['the contact of an option without one is not answered', { contact: 'store' }, { store: 'elsewhere' }, undefined],
    ['what nothing is known of is not answered', { field: 'nothing-of-the-kind' }, {}, undefined],
  ])('%s', (_, operand, answers, expected) => {
    expect(read(scopeWith(answers), operand)).toEqual(expected);
  });

  test('the outcome is known once there is one', () => {
    const scope = scopeWith({});
    expect(read(scope, { outcome: true })).toBeUndefined();
    expect(read({ ...scope, outcome: 'lend' }, { outcome: true })).toBe('lend');
  });
});

describe('rows', () => {
  test('are a list’s items, an officer’s own, or the options ticked', () => {
    const scope = scopeWith({ item: ['b', 'a'], hazard: ['gas', 'crowd'] });
    expect(rowIds(scope, { list: 'services' })).toEqual(['delivery', 'putting-up', 'attendance']);
    expect(rowIds(scope, { group: 'item' })).toEqual(['b', 'a']);
    expect(rowIds(scope, { chosen: 'hazard' })).toEqual(['gas', 'crowd']);
    expect(rowIds(scopeWith({}), { group: 'item' })).toEqual([]);
  });

  test('of options ticked leave out those that name nothing: “none of these” and “I’m not sure”', () => {
    expect(rowIds(scopeWith({ hazard: ['nothing'] }), { chosen: 'hazard' })).toEqual([]);
    expect(rowIds(scopeWith({ hazard: ['unsure'] }), { chosen: 'hazard' })).toEqual([]);
    expect(rowIds(scopeWith({ hazard: ['gas', 'no-longer-there'] }), { chosen: 'hazard' })).toEqual(['gas']);
  });

  test('leave out “I’m not sure” where it may stand beside others', () => {
    const at = 'questions[7].fields[0].options[5].exclusive';
    const policy = parsePolicy(edited(equipment.model.policy, at, undefined));
    if (!policy.ok) throw new Error('the edited policy does not parse');
    const scope = scopeWith({ hazard: ['gas', 'unsure'] }, modelOf(policy.value, equipment.model.settings));
    expect(rowIds(scope, { chosen: 'hazard' })).toEqual(['gas']);
  });

  test('“I’m not sure” is told of single answers and of ticks, in rows as well', () => {
    const scope = scopeWith({ 'precaution-known/gas': 'unsure', agrees: 'yes', hazard: ['unsure'], insured: 'unsure' });
    expect(unsureKeys(scope)).toEqual(['precaution-known/gas', 'hazard', 'insured']);
    expect(isUnsure(equipment.model, 'agrees', 'unsure')).toBe(false);
  });
});

describe('derived values', () => {
  test('a sum adds the rows; with a part that is not answered it is not answered', () => {
    expect(value('total', items(100, 250))).toBe(350);
    expect(value('total', { ...items(100), item: ['row-0', 'row-1'] })).toBeUndefined();
    expect(value('staff-cost', { 'cost/delivery': 500 })).toBe(500); // the others have `else: 0`
  });

  test('a product multiplies; with a part that is not answered it is not answered', () => {
    expect(value('exposure', { ...items(100, 250), 'event-days': 3 })).toBe(1050);
    expect(value('exposure', items(100, 250))).toBeUndefined();
  });

  test('the maximum and the earliest leave out what is not answered', () => {
    expect(value('dearest', { ...items(100, 250), item: ['row-0', 'row-1', 'row-2'] })).toBe(250);
    expect(value('dearest', {})).toBeUndefined();
    expect(value('papers-by', { 'event-date': '2026-12-14' })).toBe('2026-12-11');
    expect(value('papers-by', { 'event-date': '2026-12-14', 'collection-month': '2026-12' })).toBe('2026-12');
    expect(earliest(['2026-12', '2026-12-01'])).toBe('2026-12'); // the first of equals
    expect(maximum(['2026-12-01', '2026-12'])).toBe('2026-12-01');
  });

  test('a count counts the rows in which all conditions hold', () => {
    const answers = {
      item: ['a', 'b', 'c'],
      'item-power/a': 'mains',
      'item-power/b': 'none',
      'item-power/c': 'generator',
    };
    expect(value('powered', answers)).toBe(2);
    expect(value('powered', {})).toBe(0);
    expect(value('untrained', { hazard: ['gas', 'crowd'], 'precaution-known/gas': 'yes' })).toBe(1);
  });

  test('a band is the highest that the number reaches, with thresholds from settings', () => {
    expect(value('size', items(99_999))).toBe('small');
    expect(value('size', items(100_000))).toBe('medium');
    expect(value('size', items(500_000))).toBe('large');
    expect(value('size', { item: ['row-0'] })).toBeUndefined();
  });

  test('a table gives its first row that matches', () => {
    expect(value('approver', items(500_000))).toBe('head-of-service');
    expect(value('approver', items(499_999))).toBe('store-manager');
  });

  test('are worked out anew when another answer counts', () => {
    const counted = new Map<string, Answer>(Object.entries({ ...items(100), item: ['row-0', 'row-1'] }));
    const scope = { ...scopeWith({}), counted };
    expect(read(scope, { value: 'total' })).toBeUndefined();
    counted.set('item-value/row-1', 250);
    expect(read(scope, { value: 'total' })).toBe(350);
  });

  test('a date adds months, then days, then working days', () => {
    expect(value('earliest-day', {})).toBe('2026-12-07');
    expect(value('return-by', { 'event-date': '2026-12-10', 'event-days': 2 })).toBe('2026-12-14');
    expect(value('return-by', { 'event-date': '2026-12-10' })).toBeUndefined();
    expect(value('collect-by', { 'event-date': '2026-12-14' })).toBe('2026-12-11');
  });
});

describe('arithmetic', () => {
  const none = { years: 0, months: 0, days: 0, workingDays: 0 };
  const readings = fc.array(
    fc.oneof(fc.integer(), fc.constant(undefined), fc.constantFrom('2026-11', '2026-11-22', 'x')),
  );

  test('no reading makes it throw, and only safe integers come out', () => {
    fc.assert(
      fc.property(readings, (list) => {
        for (const result of [sum(list), product(list)])
          expect(result === undefined || Number.isSafeInteger(result)).toBe(true);
        expect([...list, undefined]).toContain(maximum(list));
        expect([...list, undefined]).toContain(earliest(list));
      }),
    );
    expect(sum([Number.MAX_SAFE_INTEGER, 1])).toBeUndefined();
  });

  test('a band does not depend on the order of the bands', () => {
    const bands = fc.uniqueArray(fc.record({ from: fc.integer({ min: 0, max: 50 }), then: fc.string() }), {
      selector: ({ from }) => from,
    });
    fc.assert(
      fc.property(bands, fc.integer({ min: 0, max: 60 }), (list, number) => {
        const reached = list.filter(({ from }) => from <= number).toSorted((a, b) => b.from - a.from);
        expect(bandOf(number, list)).toBe(reached[0]?.then);
        expect(bandOf(number, list.toReversed())).toBe(reached[0]?.then);
      }),
    );
  });

  test('a date that leaves the calendar, or is none, is not answered', () => {
    expect(later('2026-11', none)).toBe('2026-11-01');
    expect(later('2026-11-30', { ...none, months: 3, days: 1 })).toBe('2027-03-01');
    for (const much of [100_000, 1e9, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER])
      for (const part of ['years', 'months', 'days', 'workingDays'] as const)
        expect(later('2026-11-22', { ...none, [part]: much })).toBeUndefined();
    expect(later('soon', none)).toBeUndefined();
    expect(later('2026-11-22', { ...none, days: undefined })).toBeUndefined();
  });
});
