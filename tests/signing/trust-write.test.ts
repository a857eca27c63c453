import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editedFrom, listFrom, mistyped } from '../../src/features/verify/trust/edited';
import { toPem } from '../../src/signing/pem';
import { readTrustList, type TrustList } from '../../src/signing/trust';
import { trustRoles } from '../../src/signing/trust-file';
import { joinLists, writeTrust } from '../../src/signing/trust-write';
import { issuedKeyholder, keyholder, valueOf } from './material';

const { certificate } = await keyholder('ES256');
const { authority } = await issuedKeyholder();
const plain = valueOf(readTrustList(toPem(certificate.der) + toPem(authority), ''));

const day = fc.constantFrom('2026-01-31', '2026-11-27', '2028-02-29');
const hash = fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16).repeat(64));
const hashes = fc.option(fc.uniqueArray(hash, { minLength: 1, maxLength: 3 }), { nil: undefined });
const said = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** A list that says any of the things that a list can say. */
const lists: fc.Arbitrary<TrustList> = fc.record({
  entries: fc.array(
    fc
      .record({
        of: fc.constantFrom(...plain.entries),
        person: said(fc.constantFrom('Siân Ŵyn', 'Sam Example')),
        roles: said(fc.uniqueArray(fc.constantFrom(...trustRoles), { minLength: 1 })),
        day: said(day),
        withdrawnOn: said(day),
      })
      .map(({ of, day: only, ...terms }) => ({ ...of, ...terms, from: only, until: only })),
    { maxLength: 4 },
  ),
  received: fc.array(fc.record({ id: hash, on: day }), { maxLength: 3 }),
  policies: hashes,
  settings: hashes,
});

test('a list of trust is written, typed and read back as what it was', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const joined = joinLists([list]);
      expect(valueOf(readTrustList(writeTrust(joined), ''))).toEqual(joined);
      const typed = joinLists([listFrom(editedFrom(joined))]);
      expect(writeTrust(typed)).toBe(writeTrust(joined));
    }),
  );
});

test('several lists become one that says all that each of them says, and each of it once', () => {
  fc.assert(
    fc.property(lists, lists, (one, two) => {
      const both = joinLists([one, two, one]);
      const textOf = (entry: TrustList['entries'][number]): string => writeTrust({ entries: [entry], received: [] });
      const texts = both.entries.map(textOf);
      expect(new Set(texts)).toEqual(new Set([...one.entries, ...two.entries].map(textOf)));
      expect(new Set(texts).size).toBe(texts.length);
      expect(new Set(both.policies)).toEqual(new Set([...(one.policies ?? []), ...(two.policies ?? [])]));
      expect(both.received).toEqual(expect.arrayContaining([...one.received, ...two.received]));
    }),
  );
});

test.each([
  ['a day that is none', { withdrawnOn: 'tomorrow' }, {}, { field: 'withdrawnOn-1', what: 'day' }],
  ['an end before the beginning', { from: '2026-12-01', until: '2026-01-01' }, {}, { field: 'until-1', what: 'order' }],
  ['a name that is too long', { person: 'x'.repeat(201) }, {}, { field: 'person-1', what: 'person' }],
  ['a hash that is none', {}, { policies: `${'a'.repeat(64)}\nabc` }, { field: 'policies', what: 'hash', line: 2 }],
  ['a receipt without a day', {}, { received: 'a'.repeat(64) }, { field: 'received', what: 'receipt', line: 1 }],
])('%s is told in the field where it was typed', (_what, terms, rest, expected) => {
  const known = editedFrom(plain);
  const entries = known.entries.map((one) => (one.key === 1 ? { ...one, ...terms } : one));
  const edited = { ...known, ...rest, entries };
  const read = readTrustList(writeTrust(listFrom(edited)), '');
  expect(read.ok ? [] : read.failures.map((one) => mistyped(edited, one))[0]).toMatchObject(expected);
});
