import { describe, expect, test } from 'vitest';
import type { Answer, Key } from '../../src/policy/answer';
import { modelOf } from '../../src/policy/model';
import {
  addressOf,
  type AskedField,
  askedFields,
  dateBounds,
  isRequired,
  offeredOptions,
  setAside,
  type Walk,
  walk,
} from '../../src/policy/walk';
import { equipment, loan, today } from './scope';

const { model } = equipment;

const asMap = (answers: Readonly<Record<Key, Answer>>): ReadonlyMap<Key, Answer> => new Map(Object.entries(answers));
const walked = (answers: Readonly<Record<Key, Answer>>, on = today, under = model): Walk =>
  walk(under, asMap(answers), on);
const pathOf = (result: Walk): readonly string[] => result.path.map(addressOf);

const without = (key: keyof typeof loan): Record<Key, Answer> =>
  Object.fromEntries(Object.entries(loan).filter(([other]) => other !== key));

const fieldOn = (result: Walk, key: Key): AskedField | undefined =>
  result.path
    .flatMap((step) => askedFields(result, step))
    .flatMap((one) => [one, ...one.rows.flatMap((row) => row.fields)])
    .find((one) => one.key === key);

describe('a walk', () => {
  test('without answers stands at the first page', () => {
    expect(pathOf(walked({}))).toEqual(['borrower']);
    expect(walked({}).outcome).toBeUndefined();
  });

  test('goes from page to page to an outcome, and tells which row of a route led there', () => {
    const result = walked(loan);
    expect(pathOf(result)).toEqual([
      'borrower',
      'event',
      'collection',
      'items',
      'services',
      'hazards',
      'history',
      'deposit',
      'agreement',
    ]);
    expect(result.outcome).toBe('lend');
    expect(result.decidedBy).toEqual({ page: 'agreement', index: 0 });
    expect(setAside(result, asMap(loan))).toEqual([]);
  });

  test('stands at the first page that lacks a required answer', () => {
    for (const [key, page] of [
      ['borrower-kind', 'borrower'],
      ['event-days', 'event'],
      ['item', 'items'],
      ['item-value/row-1', 'items'],
      ['service-wanted/attendance', 'services'],
      ['hazard', 'hazards'],
      ['agreed-by', 'agreement'],
    ] as const) {
      const result = walked(without(key));
      expect(pathOf(result).at(-1), key).toBe(page);
      expect(result.outcome).toBeUndefined();
    }
  });

  test('can end before the last page', () => {
    const early = { ...loan, 'borrower-kind': 'business', 'for-profit': 'yes' };
    const result = walked(early);
    expect(pathOf(result)).toEqual(['borrower', 'trading']);
    expect(result.outcome).toBe('decline');
    expect(result.decidedBy).toEqual({ page: 'trading', index: 0 });
  });

  test('depends on the day that is given, never on the clock', () => {
    const near = { ...loan, 'event-date': '2026-12-01' };
    expect(pathOf(walked(near)).at(-1)).toBe('event'); // short notice asks for a reason
    expect(walked(near, '2026-11-16').outcome).toBe('lend');
    expect(pathOf(walked(near, '2026-12-02')).at(-1)).toBe('event'); // the event is over
  });

  test('follows the council’s settings', () => {
    const free = modelOf(model.policy, { ...model.settings, values: { ...model.settings.values, charging: 'free' } });
    expect(pathOf(walked(loan, today, free))).not.toContain('deposit');
    expect(walked({ ...loan, store: 'library' }).outcome).toBe('lend');
    expect(
      pathOf(walked({ ...loan, store: 'library' }, today, modelOf(model.policy, { ...model.settings, values: {} }))).at(
        -1,
      ),
    ).toBe('collection');
  });
});

describe('answers off the path', () => {
  const business = { ...loan, 'borrower-kind': 'business', 'for-profit': 'no' };

  test('do not count, and count again when the path comes back', () => {
    expect(walked(business).counted.get('for-profit')).toBe('no');
    const back = { ...business, 'borrower-kind': 'group' };
    expect(walked(back).counted.has('for-profit')).toBe(false);
    expect(setAside(walked(back), asMap(back))).toEqual(['for-profit']);
    expect(walked({ ...back, 'borrower-kind': 'business' }).counted.get('for-profit')).toBe('no');
  });

  test('do not count when their field is not asked on its page', () => {
    const answers = { ...loan, returned: 'never', 'late-reason': 'We forgot' };
    expect(walked(answers).outcome).toBe('lend');
    expect(setAside(walked(answers), asMap(answers))).toEqual(['returned', 'late-reason']);
    expect(walked({ ...answers, borrowed: 'yes' }).outcome).toBe('decline');
  });

  test('do not count when their row is gone', () => {
    const answers = { ...loan, 'item-value/row-2': 9_999_999 };
    expect(setAside(walked(answers), asMap(answers))).toEqual(['item-value/row-2']);
  });

  test('after an early end are all of the later ones', () => {
    const early = { ...loan, 'borrower-kind': 'business', 'for-profit': 'yes' };
    expect([...walked(early).counted.keys()]).toEqual(['borrower-name', 'borrower-kind', 'for-profit']);
  });
});

describe('an answer that does not fit', () => {
  test.each<[string, Key, Answer]>([
    ['an option that is not there', 'borrower-kind', 'council'],
    ['a number for a text', 'borrower-name', 7],
    ['a text that is not in canonical form', 'borrower-name', ' two  spaces'],
    ['a text that is too long', 'borrower-name', 'x'.repeat(121)],
    ['a text with a line break where there are no lines', 'borrower-name', 'one\ntwo'],
    ['an empty text', 'borrower-name', ''],
    ['a date that is none', 'event-date', '2027-02-30'],
    ['a month for a day', 'event-date', '2027-06'],
    ['a date before the first', 'event-date', '2026-11-22'],
    ['a date after the last', 'event-date', '2031-04-01'],
    ['a number past the range', 'event-days', 31],
    ['a fraction', 'event-days', 1.5],
    ['an amount below the least', 'item-value/row-1', 99],
    ['rows that come twice', 'item', ['row-1', 'row-1']],
    ['a row with no id', 'item', ['']],
    ['too many rows', 'item', Array.from({ length: 9 }, (_, index) => `row-${index}`)],
    ['ticks out of order', 'hazard', ['crowd', 'gas']],
    ['ticks beside one that excludes them', 'hazard', ['gas', 'nothing']],
    ['no ticks', 'hazard', []],
    ['an option that is not offered now', 'hazard', ['electricity']],
  ])('counts as not answered: %s', (_, key, answer) => {
    const answers = { ...loan, [key]: answer };
    expect(walked(answers).counted.has(key)).toBe(false);
    expect(setAside(walked(answers), asMap(answers))).toContain(key);
    expect(walked(answers).outcome).toBeUndefined();
  });

  test('counts once its option is offered', () => {
    const powered = {
      ...loan,
      'item-power/row-1': 'mains',
      hazard: ['electricity'],
      'precaution-known/electricity': 'no',
    };
    expect(walked(powered).counted.get('hazard')).toEqual(['electricity']);
    expect(walked(powered).outcome).toBe('lend-on-conditions');
  });

  test('as a file is anything but names, sizes and hashes', () => {
    const file = { name: 'letter.pdf', type: 'application/pdf', size: 12, sha256: 'a'.repeat(64) };
    const insured = { ...loan, 'item-value/row-1': 200_000, insured: 'yes', cover: 500_000_000 };
    const counts = (certificate: unknown): boolean =>
      walked({ ...insured, certificate: certificate as Answer }).counted.has('certificate');
    expect(counts([file])).toBe(true);
    expect(counts([file, { ...file, name: 'other.pdf' }])).toBe(true);
    for (const wrong of [
      [],
      [file, file, file],
      [{ ...file, name: 'two\nlines' }],
      [{ ...file, name: '' }],
      [{ ...file, type: 'a pdf' }],
      [{ ...file, size: 0 }],
      [{ ...file, sha256: 'A'.repeat(64) }],
      [{ ...file, more: 1 }],
      [null],
    ])
      expect(counts(wrong), JSON.stringify(wrong)).toBe(false);
  });
});

describe('what a page asks', () => {
  test('a field may depend on the one above it', () => {
    expect(fieldOn(walked({ ...loan, borrowed: 'yes' }), 'returned')).toMatchObject({ required: true });
    expect(fieldOn(walked(loan), 'returned')).toBeUndefined();
  });

  test('a field is required unless the policy, or its condition, says otherwise', () => {
    const late = { ...loan, borrowed: 'yes', returned: 'late' };
    expect(fieldOn(walked(late), 'history-note')).toMatchObject({ required: false });
    expect(walked(late).outcome).toBe('lend'); // the check on return falls due after the loan
    const damaged = { ...late, returned: 'damaged' };
    expect(fieldOn(walked(damaged), 'history-note')).toMatchObject({ required: true });
    expect(walked(damaged).outcome).toBeUndefined();
    expect(fieldOn(walked(loan), 'collection-month')).toMatchObject({ required: false });
  });

  test('options are those of the policy, of its lists and of the settings', () => {
    const ids = (field: string): readonly string[] => {
      const place = model.places.get(field);
      return place ? offeredOptions(walked(loan), place.field).map((option) => option.id) : [];
    };
    expect(ids('borrower-kind')).toEqual(['charity', 'group', 'school', 'business', 'unsure']);
    expect(ids('store')).toEqual(['parks', 'library', 'leisure', 'elsewhere']);
    expect(ids('hazard')).toEqual(['gas', 'inflatable', 'crowd', 'nothing', 'unsure']);
  });

  test('dates have bounds, and a month counts when it shares a day with them', () => {
    const field = model.places.get('collection-month')?.field;
    if (field?.kind !== 'date') throw new Error('not a date');
    expect(dateBounds(walked(loan), field)).toEqual({ from: today, to: '2027-06-12' });
    const collected = (month: string): boolean =>
      walked({ ...loan, 'collection-month': month }).counted.has('collection-month');
    expect(['2026-10', '2026-11', '2027-06', '2027-07', '2026-11-22', '2026-11-23'].map(collected)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  test('a page is asked once for each row for which it is meant', () => {
    const two = { ...loan, 'service-wanted/delivery': 'yes', 'service-wanted/attendance': 'yes', 'cost/delivery': 0 };
    const result = walked(two);
    expect(pathOf(result).slice(-2)).toEqual(['service-cost/delivery', 'service-cost/attendance']);
    expect(fieldOn(result, 'cost/attendance')).toMatchObject({ row: 'attendance', required: true });
    const done = { ...two, 'cost/attendance': 100, 'cost-agreed/attendance': 'yes' };
    expect(walked(done).outcome).toBe('lend');
    expect(pathOf(walked({ ...done, 'service-wanted/delivery': 'no' }))).not.toContain('service-cost/delivery');
  });

  test('a group has its own rows, or one for each tick', () => {
    const ticked = { ...loan, hazard: ['gas', 'crowd'], 'precaution-known/gas': 'yes' };
    const rows = fieldOn(walked(ticked), 'precaution')?.rows ?? [];
    expect(rows.map((row) => [row.id, ...row.fields.map((field) => field.key)])).toEqual([
      ['gas', 'precaution-known/gas', 'precaution-who/gas'],
      ['crowd', 'precaution-known/crowd'],
    ]);
    expect(fieldOn(walked(loan), 'precaution')?.rows).toEqual([]);
  });

  test('whether a field is required can be asked of any scope', () => {
    const place = model.places.get('certificate');
    if (!place) throw new Error('no such field');
    expect(isRequired(walked({ ...loan, 'item-value/row-1': 500_000 }), place.field)).toBe(true);
    expect(isRequired(walked(loan), place.field)).toBe(false);
  });
});
