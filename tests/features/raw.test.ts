import { expect, test } from 'vitest';
import { parseRaw } from '../../src/features/assess/form/raw';
import type { SimpleField } from '../../src/policy/field';

const field: SimpleField = { id: 'day', label: { en: 'Day' }, kind: 'date', precision: 'day' };

test.each([
  ['3', 3],
  ['March', 3],
  ['mar', 3],
  ['DECEMBER', 12],
])('a month may be written as %s', (month, number) => {
  const day = `2027-${String(number).padStart(2, '0')}-05`;
  expect(parseRaw(field, { day: '5', month, year: '2027' }, 'day')).toMatchObject({ ok: true, value: day });
});

test.each(['Marchember', 'x', '13', 'March 2'])('and %s is none', (month) => {
  expect(parseRaw(field, { day: '5', month, year: '2027' }, 'day')).toMatchObject({
    ok: false,
    failures: [{ code: 'field.not-a-date' }],
  });
});
