import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import { parseRecord, sealPayload } from '../../src/record/parse';
import { replayFailures } from '../../src/record/replay';
import { missingRegisterFields, resultOf } from '../../src/record/result';
import { type ReadyRecord, sealRecord, type Sealing } from '../../src/record/seal';
import { sealedForm } from '../../src/policy/parse';
import type { Policy } from '../../src/policy/schema';
import { walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { changedLog, earlierFile, nextVersion, reworded } from '../support/next-version';
import { knownPolicies, type KnownPolicy } from '../support/policies';
import { logOf } from '../support/records';

const sealedFrom = (
  { model }: KnownPolicy,
  seed: number,
  given?: readonly Entry[],
  earlier: Sealing['earlier'] = [],
): ReadyRecord => {
  const answers = randomAnswers(model, seeded(seed));
  const log = given ?? logOf(model, answers, seeded(seed + 1), { notes: seed % 2 === 0, changed: 3 });
  const assessment = replay(model, log);
  if (!assessment) throw new Error('no log');
  const sealed = sealRecord(assessment, {
    rendererSha256: '0'.repeat(64),
    app: '0.1.0',
    partnership: 'p'.repeat(26),
    revision: 1,
    signer: {
      name: 'Siân Ó Briain',
      job: 'Officer',
      service: 'Communities',
      role: 'officer',
      certificateSha256: '1'.repeat(64),
      authorities: [],
      keyOrigin: 'browser',
      identity: 'self-asserted',
    },
    algorithm: 'ES256',
    signedAt: '2026-12-22T09:00:00+00:00',
    earlier,
    evidence: [],
  });
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.failures));
  return sealed.value;
};

/** Every leaf of a JSON value, as a path. */
const leaves = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [path];

const changedAt = (
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: (leaf: unknown) => unknown,
): unknown => {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = changedAt(copy[key], rest, change);
  return copy;
};

describe.each(knownPolicies().map((one) => [one.name, one] as const))('a record of %s', (_name, known) => {
  const { policy, settings } = known.model;

  test('reads back from its bytes as what was sealed, and replays to itself', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const record = sealedFrom(known, seed);
        const again = parseRecord(record.bytes);
        expect(again).toMatchObject({ ok: true, value: { id: record.id } });
        expect(replayFailures(record.payload, policy, settings)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('is refused when any part of its result is changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, pick) => {
        const record = sealedFrom(known, seed % 5);
        const paths = leaves(record.payload.result);
        const path = paths[pick % paths.length] ?? [];
        const result = changedAt(record.payload.result, path, (leaf) =>
          typeof leaf === 'number' ? leaf + 1 : `${String(leaf)}x`,
        );
        const payload = { ...record.payload, result } as typeof record.payload;
        const failures = replayFailures(payload, policy, settings);
        expect(failures.map((one) => one.code)).toContain('replay.differs');
      }),
      { numRuns: 60 },
    );
  });

  test('is refused when its title or its log is not its own', () => {
    const { payload } = sealedFrom(known, 2);
    const [first, ...rest] = payload.log;
    if (first?.kind !== 'started') throw new Error('no start');
    const { draft, author, device, at } = first;
    const stamp = { id: 'z'.repeat(26), draft, author, device, at, counter: payload.log.length + 1 };
    const { policy: policyHash, settings: settingsHash } = first;
    const last = {
      ...stamp,
      kind: 'started' as const,
      language: 'en' as const,
      policy: policyHash,
      settings: settingsHash,
    };
    const codes = (change: Partial<typeof payload>): readonly string[] =>
      replayFailures({ ...payload, ...change }, policy, settings).map((one) => one.code);
    expect(codes({})).toEqual([]);
    expect(codes({ title: 'Another title' })).toEqual(['replay.differs']);
    expect(codes({ log: [{ ...first, policy: '0'.repeat(64) }, ...rest] })).toEqual(['replay.log']);
    expect(codes({ log: [{ ...first, settings: '0'.repeat(64) }, ...rest] })).toEqual(['replay.log']);
    expect(codes({ log: [...payload.log, last] })).toEqual(['replay.log']);
    expect(codes({ log: [...payload.log, { ...stamp, kind: 'outcome-shown', outcome: 'nonsense' }] })).toEqual([
      'replay.log',
    ]);
    expect(codes({ log: [...payload.log, { ...stamp, kind: 'answered', field: 'nobody', value: 'x' }] })).toEqual([
      'replay.log',
    ]);
  });

  test('that was carried over replays with the policy it stood on before, and with no other receipts', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [before, earlier] = [
          nextVersion(known.model, reworded(seeded(seed)), '0.9.0'),
          new Map<string, Policy>(),
        ];
        earlier.set(sealedForm(before.policy).sha256, before.policy);
        const first = logOf(before, randomAnswers(known.model, seeded(seed)), seeded(seed));
        const log = [...changedLog(first, before, known.model)];
        const change = log.at(-1);
        if (change?.kind !== 'policy-changed') throw new Error('no change');
        const again = [...randomAnswers(known.model, seeded(seed))].map(([field, value], index): Entry => {
          const { draft, author, device, at, counter } = change;
          const id = `${index}`.padStart(26, '1');
          return {
            kind: 'answered',
            id,
            draft,
            author,
            device,
            at,
            counter: counter + 1 + index,
            field,
            value: value as string,
          };
        });
        const { payload } = sealedFrom(known, seed, [...log, ...again], [earlierFile(before)]);
        const codes = (changed = payload, with_ = earlier) =>
          replayFailures(changed, policy, settings, with_).map(({ code }) => code);
        const receipts = (other: typeof change.receipts): typeof payload => ({
          ...payload,
          log: payload.log.map((entry) => (entry.kind === 'policy-changed' ? { ...entry, receipts: other } : entry)),
        });
        expect(codes()).toEqual([]);
        expect(codes(payload, new Map())).toContain('replay.pinned');
        expect(codes(receipts(change.receipts.slice(1)))).toContain('replay.receipts');
        expect(codes(receipts(change.receipts.map((one) => ({ ...one, is: 'retired' }))))).toContain('replay.receipts');
      }),
      { numRuns: 5 },
    );
  });

  test('is refused under other settings or another policy', () => {
    const record = sealedFrom(known, 1);
    const other = { ...settings, app: { ...settings.app, council: 'Another council' } };
    expect(replayFailures(record.payload, policy, other)).toMatchObject([{ code: 'replay.pinned' }]);
    expect(replayFailures(record.payload, { ...policy, version: '9.9.9' }, settings)).toMatchObject([
      { code: 'replay.pinned' },
    ]);
  });

  test('fills every register field that its outcome requires', () => {
    for (const one of known.cases) {
      const walked = walk(known.model, new Map(Object.entries(one.answers)), one.today);
      const result = resultOf(walked);
      expect(result).toBeDefined();
      if (result)
        expect({ case: one.id, missing: missingRegisterFields(walked, result) }).toEqual({ case: one.id, missing: [] });
    }
  });
});

describe('the parser of records', () => {
  const [known] = knownPolicies();
  if (!known) throw new Error('no policy');
  const record = sealedFrom(known, 3);
  const text = fromUtf8(record.bytes) ?? '';
  const refusal = (bytes: Uint8Array) => {
    const parsed = parseRecord(bytes);
    return parsed.ok ? 'accepted' : parsed.failures.map((one) => one.code);
  };
  const resealed = (change: object) => {
    const sealed = sealPayload({ ...record.payload, ...change });
    return sealed.ok ? 'accepted' : sealed.failures.map((one) => one.code);
  };

  test.each([
    ['a doubled key', () => text.replace('{"app":', '{"app":"0.1.0","app":'), 'json.doubled-key'],
    ['another order of keys', () => JSON.stringify(record.payload), 'record.not-canonical'],
    ['a space', () => text.replace('{', '{ '), 'record.not-canonical'],
    ['an escaped letter', () => text.replace('"app"', String.raw`"\u0061pp"`), 'record.not-canonical'],
    ['an unknown key', () => text.replace('{"app":', '{"aaa":1,"app":'), 'shape.unknown-key'],
    ['a key that is no key', () => text.replace('{"app":', '{"__proto__":{},"app":'), 'shape.forbidden-key'],
    ['no JSON', () => text.slice(1), 'json.syntax'],
    ['a later format', () => text.replace('record/0', 'record/9'), 'record.format'],
    ['depth without end', () => '['.repeat(100_000), 'json.too-deep'],
  ])('refuses %s', (_what, make, code) => {
    expect(refusal(utf8(make()))).toContain(code);
  });

  test.each([
    ['a log out of order', { log: record.payload.log.toReversed() }, 'record.log-order'],
    ['a log without its beginning', { log: record.payload.log.slice(1) }, 'record.log-start'],
    ['a reference of another evaluation', { reference: 'E-00000-00000' }, 'record.reference'],
    [
      'a signature before the beginning',
      { time: { ...record.payload.time, signedAt: '2020-01-01T00:00:00+00:00' } },
      'record.time',
    ],
    [
      'a file listed twice',
      { attachments: [...record.payload.attachments, ...record.payload.attachments] },
      'record.attachments',
    ],
    [
      'a name that cannot be printed',
      { signer: { ...record.payload.signer, name: 'Sian\u200bBriain' } },
      'shape.format',
    ],
    [
      'a time that is no time',
      { time: { ...record.payload.time, signedAt: '2026-02-30T00:00:00+00:00' } },
      'shape.format',
    ],
  ])('refuses %s', (_what, change, code) => {
    expect(resealed(change)).toContain(code);
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => refusal(bytes) !== 'accepted'));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(255), (at, byte) => {
        const bytes = new Uint8Array(record.bytes);
        if (bytes[at] === byte) return;
        bytes[at] = byte;
        const parsed = parseRecord(bytes);
        if (parsed.ok) expect(parsed.value.id).not.toBe(record.id);
      }),
      { numRuns: 100 },
    );
    expect(canonical(record.payload as unknown as Json)).toBe(text);
  });
});
