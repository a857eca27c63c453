import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRow, unpackRow } from '../../src/storage/lock-pack';

const bytes = fc.uint8Array({ maxLength: 30 });
const { row } = fc.letrec((again) => ({
  row: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.constantFrom(null, true, false, 0, 1.5, -7),
    bytes,
    fc.array(again('row'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), again('row'), { maxKeys: 4 }),
  ),
}));

it('gives back every row that was packed, with all bytes that stand in it', () => {
  fc.assert(
    fc.property(row, (one) => {
      expect(unpackRow(packRow(one))).toEqual(one);
    }),
    { numRuns: 500 },
  );
});

it('leaves out what is undefined, and refuses what no row holds', () => {
  expect(unpackRow(packRow({ a: undefined, b: 1 }))).toStrictEqual({ b: 1 });
  const itself: Record<string, unknown> = {};
  itself['me'] = itself;
  for (const strange of [new Date(), Number.NaN, 1n, () => 1, [undefined], new Map(), itself])
    expect(() => packRow({ strange })).toThrow();
});
