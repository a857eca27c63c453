import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/policy/answer';
import type { Condition } from '../../src/policy/expression';
import { firstMatch, holds, raisedConditions } from '../../src/policy/evaluate';
import { scopeWith } from './scope';

type Answers = Readonly<Record<string, Answer>>;

const check = (condition: Condition, answers: Answers, row?: string): boolean =>
  holds(scopeWith(answers), condition, row);

describe('a comparison', () => {
  test.each<[string, Condition, Answers, boolean]>([
    ['is the same option', { field: 'agrees', is: 'yes' }, { agrees: 'yes' }, true],
    ['is another option', { field: 'agrees', is: 'yes' }, { agrees: 'no' }, false],
    [
      'is what another field says',
      { field: 'agreed-by', is: { field: 'borrower-name' } },
      { 'agreed-by': 'Jo', 'borrower-name': 'Jo' },
      true,
    ],
    ['is a text, not the number that looks like it', { field: 'event-days', is: '3' }, { 'event-days': 3 }, false],
    ['is one of several', { field: 'returned', oneOf: ['late', 'damaged'] }, { returned: 'damaged' }, true],
    ['is none of several', { field: 'returned', oneOf: ['late', 'damaged'] }, { returned: 'well' }, false],
    ['includes a tick', { field: 'hazard', includes: 'gas' }, { hazard: ['gas', 'crowd'] }, true],
    ['does not include a tick', { field: 'hazard', includes: 'gas' }, { hazard: ['crowd'] }, false],
    ['includes nothing where there is no list', { field: 'agrees', includes: 'yes' }, { agrees: 'yes' }, false],
    ['is at least as much', { field: 'event-days', atLeast: 3 }, { 'event-days': 3 }, true],
    ['is less', { field: 'event-days', atLeast: 3 }, { 'event-days': 2 }, false],
    ['is at most as much', { field: 'event-days', atMost: 3 }, { 'event-days': 3 }, true],
    ['is more', { field: 'event-days', atMost: 3 }, { 'event-days': 4 }, false],
    ['has no order where a side is no number', { field: 'event-days', atLeast: '1' }, { 'event-days': 3 }, false],
    ['is before', { field: 'event-date', before: '2026-12-02' }, { 'event-date': '2026-12-01' }, true],
    ['is not before itself', { field: 'event-date', before: '2026-12-01' }, { 'event-date': '2026-12-01' }, false],
    ['is after', { field: 'event-date', after: { today: true } }, { 'event-date': '2026-11-24' }, true],
    ['is not after itself', { field: 'event-date', after: { today: true } }, { 'event-date': '2026-11-23' }, false],
    [
      'takes a month as its first day',
      { field: 'collection-month', before: '2026-12-02' },
      { 'collection-month': '2026-12' },
      true,
    ],
    [
      'takes a month as no more than its first day',
      { field: 'collection-month', after: '2026-12-01' },
      { 'collection-month': '2026-12' },
      false,
    ],
    [
      'has no order where a side is no date',
      { field: 'agreed-by', before: '2026-12-02' },
      { 'agreed-by': '1 May' },
      false,
    ],
    [
      'is with a council’s setting',
      { field: 'event-days', atLeast: { setting: 'longest-loan' } },
      { 'event-days': 14 },
      true,
    ],
  ])('%s', (_, condition, answers, expected) => {
    expect(check(condition, answers)).toBe(expected);
  });

  const comparisons: readonly Condition[] = [
    { field: 'agrees', is: 'yes' },
    { field: 'agrees', oneOf: ['yes', 'no'] },
    { field: 'hazard', includes: 'gas' },
    { field: 'event-days', atLeast: 0 },
    { field: 'event-days', atMost: 99 },
    { field: 'event-date', before: '2199-12-31' },
    { field: 'event-date', after: '1900-01-01' },
    { value: 'total', is: { value: 'total' } },
    { setting: 'no-such-setting', is: { setting: 'no-such-setting' } },
    { score: 'agrees', atLeast: 0 },
    { contact: 'store', oneOf: ['Ifan Pugh'] },
    { outcome: true, is: 'lend' },
  ];

  test.each(comparisons.map((condition) => [JSON.stringify(condition), condition] as const))(
    'with what is not answered is false: %s',
    (_, condition) => {
      // "total" of no items is £0 rather than "not answered": an unanswered value of an item makes it so.
      const answers = { item: ['row-1'] };
      expect(check(condition, answers)).toBe(false);
      expect(check({ not: condition }, answers)).toBe(true);
    },
  );

  test('against what is not answered is false as well', () => {
    const answers = { 'event-days': 3, 'event-date': '2026-12-01' };
    expect(check({ field: 'event-days', atLeast: { field: 'deposit-amount' } }, answers)).toBe(false);
    expect(check({ field: 'event-days', atMost: { field: 'deposit-amount' } }, answers)).toBe(false);
    expect(check({ field: 'event-date', before: { field: 'collection-month' } }, answers)).toBe(false);
  });

  test('of something with an `else` takes it where there is no answer', () => {
    expect(check({ field: 'event-days', else: 5, atLeast: 5 }, {})).toBe(true);
    expect(check({ field: 'event-days', else: 5, atLeast: 5 }, { 'event-days': 1 })).toBe(false);
  });
});

describe('conditions are joined', () => {
  const yes: Condition = { field: 'agrees', is: 'yes' };
  const no: Condition = { field: 'agrees', is: 'no' };

  test('by all, any and not', () => {
    const answers = { agrees: 'yes' };
    expect(check({ all: [yes, yes] }, answers)).toBe(true);
    expect(check({ all: [yes, no] }, answers)).toBe(false);
    expect(check({ any: [no, yes] }, answers)).toBe(true);
    expect(check({ any: [no, no] }, answers)).toBe(false);
    expect(check({ not: no }, answers)).toBe(true);
  });

  test('and ask whether something is answered', () => {
    expect(check({ answered: { field: 'agrees' } }, { agrees: 'no' })).toBe(true);
    expect(check({ answered: { field: 'agrees' } }, {})).toBe(false);
    expect(check({ answered: { value: 'total' } }, { item: ['row-1'] })).toBe(false);
    expect(check({ answered: { contact: 'store' } }, { store: 'leisure' })).toBe(false);
    expect(check({ answered: { contact: 'store' } }, { store: 'parks' })).toBe(true);
  });

  test('in a table the first row that matches counts', () => {
    const scope = scopeWith({ agrees: 'yes' });
    const rows = [{ when: no, is: 1 }, { when: yes, is: 2 }, { is: 3 }];
    expect(firstMatch(scope, rows)?.is).toBe(2);
    expect(firstMatch(scope, rows.slice(2))?.is).toBe(3);
    expect(firstMatch(scope, rows.slice(0, 1))).toBeUndefined();
  });

  test('in a row read that row, and a row that is named instead of it', () => {
    const answers = { 'service-wanted/delivery': 'yes', 'service-wanted/attendance': 'no' };
    expect(check({ field: 'service-wanted', is: 'yes' }, answers, 'delivery')).toBe(true);
    expect(check({ field: 'service-wanted', is: 'yes' }, answers, 'attendance')).toBe(false);
    expect(check({ field: 'service-wanted', row: 'delivery', is: 'yes' }, answers, 'attendance')).toBe(true);
    expect(check({ field: 'service-wanted', is: 'yes' }, answers)).toBe(false);
    // A field that is not repeated is the same in every row.
    expect(check({ field: 'agrees', is: 'yes' }, { agrees: 'yes' }, 'delivery')).toBe(true);
  });
});

describe('conditions raised', () => {
  const ids = (answers: Answers, points?: readonly string[]) =>
    raisedConditions(scopeWith(answers), points).map(({ id }) => id);

  test('come in the policy’s order, each with its owner, point and date', () => {
    const answers = {
      'event-date': '2026-12-14',
      'event-days': 2,
      hazard: ['gas'],
      'precaution-known/gas': 'no',
      insured: 'unsure',
      returned: 'late',
    };
    expect(raisedConditions(scopeWith(answers))).toEqual([
      { id: 'see-certificate', owner: 'store-manager', point: 'before-collection', date: '2026-12-11' },
      { id: 'name-trained-person', owner: 'adviser-role', point: 'before-event', date: '2026-12-14' },
      { id: 'find-out', owner: 'clerk', point: 'before-collection', date: '2026-12-11' },
      { id: 'check-on-return', owner: 'clerk', point: 'on-return', date: '2026-12-17' },
    ]);
  });

  test('fall due where the first row of their table says', () => {
    const inflatable = { 'event-date': '2026-12-14', hazard: ['inflatable'], 'precaution-known/inflatable': 'no' };
    expect(raisedConditions(scopeWith(inflatable))).toEqual([
      { id: 'name-trained-person', owner: 'adviser-role', point: 'before-collection', date: '2026-12-11' },
    ]);
    expect(ids(inflatable, ['before-event'])).toEqual([]);
    expect(ids(inflatable, ['before-event', 'before-collection'])).toEqual(['name-trained-person']);
  });

  test('have no date where it is not known, and are not raised where no row matches', () => {
    expect(raisedConditions(scopeWith({ insured: 'no' }))).toEqual([
      { id: 'see-certificate', owner: 'store-manager', point: 'before-collection' },
    ]);
    expect(ids({ returned: 'late' })).toEqual([]);
  });

  test('can be counted in a condition', () => {
    expect(check({ raised: ['before-collection'], atLeast: 1 }, { insured: 'no' })).toBe(true);
    expect(check({ raised: ['on-return'], atLeast: 1 }, { insured: 'no' })).toBe(false);
    const unsure = { insured: 'unsure', borrowed: 'unsure', agrees: 'yes' } as const;
    expect(check({ unsure: true, is: 2 }, unsure)).toBe(true);
    expect(check({ unsure: true, but: ['insured', 'agrees'], is: 1 }, unsure)).toBe(true);
  });
});
