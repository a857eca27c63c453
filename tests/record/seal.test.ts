import { describe, expect, test } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import type { Entry, PolicyChange } from '../../src/assessment/log';
import { sealedForm } from '../../src/policy/parse';
import { recordLimits } from '../../src/record/payload';
import { sealRecord, type Sealing } from '../../src/record/seal';
import { sentenceFor } from '../../src/strings/failures';
import { signingSentences } from '../../src/strings/signing-failures';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { changedLog, earlierFile, nextVersion, reworded } from '../support/next-version';
import { logOf } from '../support/records';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const log = logOf(model, randomAnswers(model, seeded(3)), seeded(4));

const sealing: Sealing = {
  rendererSha256: '0'.repeat(64),
  app: '0.1.0',
  partnership: '0'.repeat(26),
  revision: 1,
  signer: {
    name: 'Siân Ŵyn',
    job: 'Officer',
    service: 'Parks',
    role: 'officer',
    certificateSha256: '1'.repeat(64),
    authorities: [],
    keyOrigin: 'browser',
    identity: 'self-asserted',
  },
  algorithm: 'ES256',
  signedAt: '2026-11-23T10:00:00+00:00',
  evidence: [],
};

const seal = (entries = log, change: Partial<Sealing> = {}) => {
  const assessment = replay(model, entries);
  if (!assessment) throw new Error('an empty log');
  return sealRecord(assessment, { ...sealing, ...change });
};

describe('a sealed record', () => {
  test('encloses the policy and the settings first, under the hashes that it names', () => {
    const sealed = seal();
    if (!sealed.ok) throw new Error(JSON.stringify(sealed.failures));
    const { files, payload } = sealed.value;
    const [policy, settings] = [sealedForm(model.policy), sealedForm(model.settings)];
    expect(files.map(({ file, bytes }) => [file.name, file.sha256, bytes])).toEqual([
      ['policy.json', policy.sha256, policy.bytes],
      ['settings.json', settings.sha256, settings.bytes],
    ]);
    expect([payload.policy.sha256, payload.settings.sha256]).toEqual([policy.sha256, settings.sha256]);
    expect(payload.attachments).toEqual(files.map(({ file }) => file));
  });

  test('has an id that its file and its signature have no part in, and that every word of it has', () => {
    const idOf = (change: Partial<Sealing>): string => {
      const sealed = seal(log, change);
      return sealed.ok ? sealed.value.id : '';
    };
    expect(idOf({})).toMatch(/^[0-9a-f]{64}$/);
    expect(idOf({})).toBe(idOf({}));
    expect(idOf({ signer: { ...sealing.signer, job: 'Manager' } })).not.toBe(idOf({}));
  });

  test('names the record that it replaces, or none', () => {
    expect(seal(log, { replaces: 'a'.repeat(64), revision: 2 })).toMatchObject({
      value: { payload: { replaces: 'a'.repeat(64), revision: 2 } },
    });
    const first = seal();
    expect(first.ok && 'replaces' in first.value.payload).toBe(false);
  });
});

describe('a record that was carried over', () => {
  const before = nextVersion(model, reworded(seeded(11)), '0.9.0');
  const first = changedLog(logOf(before, randomAnswers(model, seeded(3)), seeded(4)), before, model);
  const again = log.flatMap((entry, index): readonly Entry[] =>
    'field' in entry ? [{ ...entry, id: `${index}`.padStart(26, '1'), counter: 1000 + index }] : [],
  );
  const whole = [...first, ...again];
  const earlier = [earlierFile(before)];
  const receipts = (change: (each: PolicyChange['receipts']) => PolicyChange['receipts']) =>
    whole.map((entry) => (entry.kind === 'policy-changed' ? { ...entry, receipts: change(entry.receipts) } : entry));

  test('is sealed where its receipts are those that a verifier works out', () => {
    expect(seal(whole, { earlier }).ok).toBe(true);
  });

  /** As when a colleague carried the same assessment over at the same time, and both backups were joined. */
  const twice = whole.flatMap((entry): readonly Entry[] =>
    entry.kind === 'policy-changed'
      ? [entry, { ...entry, id: 'z'.repeat(26), device: 'y'.repeat(26), author: 'y'.repeat(26) }]
      : [entry],
  );

  test('is sealed where two devices carried it over without hearing of each other', () => {
    expect(first.at(-1)).toMatchObject({ kind: 'policy-changed' });
    expect(seal(twice, { earlier })).toMatchObject({ ok: true });
  });

  test.each<[string, () => ReturnType<typeof seal>]>([
    [
      'it was carried over twice and a receipt of the second change says something else',
      () =>
        seal(
          twice.map((entry) =>
            entry.kind === 'policy-changed' && entry.id.startsWith('z')
              ? { ...entry, receipts: entry.receipts.map((one) => ({ ...one, is: 'kept' as const })) }
              : entry,
          ),
          { earlier },
        ),
    ],
    [
      'one device carried it over twice with the receipts of the first change',
      () =>
        seal(
          twice.map((entry) =>
            entry.id.startsWith('z')
              ? { ...entry, device: first[0]?.device ?? '', author: first[0]?.author ?? '' }
              : entry,
          ),
          { earlier },
        ),
    ],
    [
      'a receipt is missing',
      () =>
        seal(
          receipts((all) => all.slice(1)),
          { earlier },
        ),
    ],
    [
      'a receipt says something else',
      () =>
        seal(
          receipts((all) => all.map((one) => ({ ...one, is: 'retired' }))),
          { earlier },
        ),
    ],
    ['the version before is not enclosed', () => seal(whole)],
  ])('is not where %s', (_what, make) => {
    expect(make()).toMatchObject({ ok: false, failures: [{ code: 'seal.carried-over' }] });
  });
});

describe('nothing is sealed', () => {
  test.each<[string, () => ReturnType<typeof seal>, string, string]>([
    ['before there is an outcome', () => seal(log.slice(0, 2)), 'seal.no-outcome', 'result'],
    ['where the log has no beginning', () => seal(log.slice(1)), 'seal.not-started', 'log'],
    [
      'that was signed before it was begun',
      () => seal(log, { signedAt: '2026-11-21T00:00:00+00:00' }),
      'seal.begun-later',
      'time',
    ],
    [
      'with a name that cannot be printed',
      () => seal(log, { signer: { ...sealing.signer, name: 'Siân\u200b' } }),
      'shape.format',
      'signer.name',
    ],
    [
      'with evidence that calls itself the record',
      () =>
        seal(log, {
          evidence: [
            {
              file: { name: 'record.json', type: 'application/json', size: 1, sha256: '2'.repeat(64) },
              bytes: new Uint8Array(1),
            },
          ],
        }),
      'record.attachments',
      'attachments',
    ],
  ])('%s', (_what, make, code, place) => {
    expect(make()).toMatchObject({ ok: false, failures: [{ code, place }] });
  });

  test('is not made of more than a record holds, and the officer is told so with what to do', () => {
    const noted = (count: number, words: string): readonly Entry[] => [
      ...log,
      ...Array.from({ length: count }, (_, index): Entry => ({
        id: String(index).padStart(26, '0'),
        draft: log[0]?.draft ?? '',
        author: log[0]?.author ?? '',
        device: log[0]?.device ?? '',
        counter: log.length + 1 + index,
        at: log[0]?.at ?? '',
        kind: 'noted',
        field: 'begin',
        value: words,
      })),
    ];
    const failureOf = (entries: readonly Entry[]) => {
      const sealed = seal(entries);
      return sealed.ok ? undefined : sealed.failures[0];
    };
    const { entries: most, bytes } = recordLimits;
    expect(failureOf(noted(most - log.length, 'short'))).toBeUndefined();
    const many = failureOf(noted(most - log.length + 1, 'short'));
    expect(many).toMatchObject({ code: 'seal.too-many', place: 'log', params: { most: '5,000' } });
    const long = failureOf(noted(Math.ceil(bytes / 4000), 'long '.repeat(800).trim()));
    expect(long?.code).toBe('record.too-large');
    for (const failure of [many, long])
      expect(failure && sentenceFor(failure, signingSentences)).toMatch(/Your answers are safe\.$/);
  });
});
