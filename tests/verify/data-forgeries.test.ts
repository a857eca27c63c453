import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pageDamage } from '../../scripts/forgeries/signing';
import { fromUtf8, hex, utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { sha256Hex } from '../../src/base/hash';
import { succeed } from '../../src/base/result';
import type { RecordPayload } from '../../src/record/payload';
import type { ReadyRecord } from '../../src/record/seal';
import { openFile } from '../../src/verify/form';
import { inflate, inflateOnce } from '../../src/verify/inflate';
import { signaturePlace } from '../../src/verify/signature-place';
import { readAuthority } from '../../src/signing/certificate';
import type { Chain } from '../../src/signing/chain';
import { readCms, writeCms } from '../../src/signing/cms';
import { openPlaces } from '../../src/signing/places';
import { readTrustList } from '../../src/signing/trust';
import { toPem } from '../../src/signing/pem';
import { signPlaceholder } from '../../src/signing/sign';
import { vouched } from '../../src/verify/trust';
import { codesOf, issuedKeyholder, keyholder, subtle, valueOf } from '../signing/material';
import { attachmentsOf, doctored, lineOf, loose, looseDocument, loosePayload, refusals } from './forge';
import { forged, logOf, madeRecord, namedFiles, now, officer, print, recordOf, resealed, sign, verify } from './made';

/** The chain beside a signature changed as anybody could, without any key. */
const rechained = async (pdf: Uint8Array, change: (chain: Chain) => Chain): Promise<Uint8Array> => {
  const objects = valueOf(openFile(pdf));
  const places = valueOf(signaturePlace(pdf, objects));
  const cms = valueOf(readCms(valueOf(openPlaces(places)).contents));
  const bytes = new Uint8Array(pdf);
  const digits = hex(writeCms({ ...cms, chain: change(cms.chain) })).padEnd(2 * 8192, '0');
  bytes.set(utf8(digits), places.contentsAt + 1);
  return bytes;
};

/** Answers with a file among them. */
const withEvidence = 10;

/** A name of plain letters as the name tree writes it. */
const hexName = (name: string): string => Buffer.from(name, 'latin1').toString('hex').toUpperCase();

/** A rendering whose name tree lists one of its files by another name. */
const renamed = (from: string, to: string): Promise<Uint8Array> =>
  doctored(new RegExp(`<${hexName(from)}>(?= \\d)`), `<${hexName(to)}>`);

/** A payload changed as JSON, whatever comes of it, and put in canonical form; signed beside honest files. */
const edited = (change: (payload: Record<string, Json>) => void, record = recordOf()): Promise<Uint8Array> => {
  const payload = structuredClone(record.payload) as unknown as Record<string, Json>;
  change(payload);
  return loosePayload(payload, record);
};

describe('what is enclosed', () => {
  it('refuses files that are not listed as ours are', async () => {
    expect(await refusals(doctored('/EmbeddedFiles <<', '/EmbeddedFilez <<'))).toEqual([
      'enclosed: verify.attachments',
    ]);
    expect(await refusals(renamed('policy.json', 'record.json'))).toEqual(['enclosed: verify.attachment-name']);
    expect(await refusals(doctored('/FlateDecode /Length', '/FlateDecodf /Length'))).toEqual([
      'enclosed: verify.attachment-stream',
    ]);
    expect(await refusals(renamed('record.json', 'recorz.json'))).toEqual(['enclosed: verify.no-record']);
    expect(await refusals(loose([]))).toEqual(['enclosed: verify.attachments']);
  });

  it('refuses a file that is missing, unlisted, or other than the payload says', async () => {
    const record = recordOf({ seed: withEvidence });
    const evidence = record.files.at(-1)?.bytes ?? new Uint8Array();
    const other = new Uint8Array(evidence);
    other[0] = 0x2a;
    const cases: readonly [Readonly<Record<string, Uint8Array | undefined>>, string][] = [
      [{ '1.pdf': undefined }, 'verify.attachment-missing'],
      [{ 'more.pdf': evidence }, 'verify.attachment-unlisted'],
      [{ '1.pdf': other }, 'verify.attachment-differs'],
      [{ '1.pdf': evidence.subarray(1) }, 'verify.attachment-differs'],
      [{ '1.pdf': new Uint8Array(1_000_000) }, 'verify.attachment-inflate'],
    ];
    for (const [replaced, code] of cases)
      expect(await refusals(loose(attachmentsOf(record, replaced)))).toEqual([`enclosed: ${code}`]);
  });

  it('refuses a record without the evidence that its answers name', async () => {
    const bare = recordOf({ seed: withEvidence, sealing: { evidence: [] } });
    expect(await refusals(sign(print(bare, namedFiles(bare))))).toEqual(['enclosed: verify.evidence-missing']);
  });

  it('refuses more than 100 MB in all, before anything is inflated', async () => {
    const record = resealed(recordOf({ seed: withEvidence }), (payload) => ({
      ...payload,
      attachments: payload.attachments.map((file) => ({ ...file, size: 50_000_000 })),
    }));
    expect(await refusals(loose(attachmentsOf(record)))).toEqual(['enclosed: verify.attachments-size']);
  });

  it('inflates no further than it is told', () => {
    const zeros = zlibSync(new Uint8Array(3_000_000));
    expect(inflate(zeros, 3_000_000)?.length).toBe(3_000_000);
    expect(inflate(zeros, 2_999_999)).toBeUndefined();
    expect(inflate(zeros.subarray(0, 100), 3_000_000)).toBeUndefined();
    expect(inflate(utf8('not zlib data'), 100)).toBeUndefined();
    expect(inflate(new Uint8Array(), 100)).toBeUndefined();
  });

  it('inflates the same data once, and never takes other data for it', () => {
    const packed = (text: string) => zlibSync(utf8(text));
    const first = inflateOnce(packed('one'), 100);
    expect(first && fromUtf8(first)).toBe('one');
    expect(inflateOnce(packed('one'), 100)).toBe(first);
    expect(inflateOnce(packed('one'), 2)).toBeUndefined();
    for (let number = 0; number < 20; number++) {
      const text = `another ${number}`;
      expect(fromUtf8(inflateOnce(packed(text), 100) ?? utf8(''))).toBe(text);
    }
    const damaged = packed('one');
    damaged[damaged.length - 5] = (damaged.at(-5) ?? 0) ^ 1;
    expect(inflateOnce(damaged, 100)).not.toBe(first);
    const own = packed('two');
    const two = inflateOnce(own, 100);
    own.fill(0); // the array that it lay in is used for something else
    expect(inflateOnce(packed('two'), 100)).toBe(two);
  });
});

describe('the data', () => {
  const text = canonical(recordOf().payload);

  it.each([
    ['keys in another order', JSON.stringify(Object.fromEntries(Object.entries(recordOf().payload).reverse()))],
    ['a space between tokens', text.replace('{"app":', '{ "app":')],
    ['a text written with an escape', text.replace('"record/0"', '"record\\/0"')],
    ['a number written otherwise', text.replace('"revision":1', '"revision":1.0')],
  ])('refuses %s', async (_, json) => {
    expect(json).not.toBe(text);
    expect(await refusals(loosePayload(json))).toEqual(['data: record.not-canonical']);
  });

  it.each([
    ['an extra key', text.replace('{"app":', '{"accepted":true,"app":'), 'shape.unknown-key'],
    ['a key of JavaScript’s own', text.replace(/}$/, ',"__proto__":{"hidden":1}}'), 'shape.forbidden-key'],
    ['a kind that would enclose another record', text.replace('"kind":"record"', '"kind":"decision"'), 'shape.choice'],
    ['a format that is none', text.replace('"record/0"', '"decision/0"'), 'record.format'],
    ['no JSON', '{"format":', 'json.syntax'],
    ['a doubled key', text.replace('{"app":', '{"app":"9.9.9","app":'), 'json.doubled-key'],
    ['a lone surrogate', text.replace('"job":"', '"job":"\\ud800'), 'shape.format'],
    ['a fraction', text.replace('"revision":1', '"revision":1.5'), 'shape.kind'],
    ['a day that is none', text.replace('"signedAt":"2026-11-22', '"signedAt":"2026-02-31'), 'shape.format'],
    ['more than 64 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'json.too-deep'],
  ])('refuses %s', async (_, json, code) => {
    expect(json).not.toBe(text);
    expect(await refusals(loosePayload(json))).toEqual([`data: ${code}`]);
  });

  it('refuses a policy or settings other than those that it names, or that are none', async () => {
    const record = recordOf();
    const rewritten = (name: string, bytes: Uint8Array): ReadyRecord =>
      resealed(record, (payload) => ({
        ...payload,
        attachments: payload.attachments.map((file) =>
          file.name === name ? { ...file, size: bytes.length, sha256: sha256Hex(bytes) } : file,
        ),
      }));
    const spaced = utf8(JSON.stringify(JSON.parse(new TextDecoder().decode(record.files[0]?.bytes)), null, 1));
    expect(await refusals(loose(attachmentsOf(rewritten('policy.json', spaced), { 'policy.json': spaced })))).toEqual([
      'data: verify.pinned',
    ]);
    const none = utf8('{"no":"policy"}');
    const pinned = resealed(rewritten('policy.json', none), (payload) => ({
      ...payload,
      policy: { ...payload.policy, sha256: sha256Hex(none) },
    }));
    expect(await refusals(loose(attachmentsOf(pinned, { 'policy.json': none })))).toEqual([
      'data: policy.not-a-policy',
    ]);
    const whole = new TextDecoder().decode(record.files[0]?.bytes);
    const doubled = utf8(whole.replace('"language":0', '"language":9,"language":0'));
    const misread = resealed(rewritten('policy.json', doubled), (payload) => ({
      ...payload,
      policy: { ...payload.policy, sha256: sha256Hex(doubled) },
    }));
    const verdict = await verify(await loose(attachmentsOf(misread, { 'policy.json': doubled })));
    expect(lineOf(verdict, 'data')?.failures).toMatchObject([
      { code: 'json.doubled-key', place: 'policy.json: language' },
    ]);
  });

  it('refuses texts that look like others', async () => {
    const lookAlikes = [
      'letter  of support.pdf',
      ' letter.pdf',
      'letter\u00a0of.pdf',
      'lett\u0435r.pdf',
      'one\ntwo.pdf',
    ];
    for (const name of lookAlikes)
      expect(
        await refusals(
          edited(
            (payload) => {
              const { answers } = payload.result as unknown as RecordPayload['result'];
              for (const { value } of answers)
                if (Array.isArray(value)) for (const file of value) if (typeof file === 'object') file.name = name;
            },
            recordOf({ seed: withEvidence }),
          ),
        ),
      ).toEqual([expect.stringContaining('text: verify.text')]);
  });
});

describe('a format or renderer that is not known', () => {
  it.each([
    ['a later format', (payload: Record<string, Json>) => (payload.format = 'record/1'), 'verify.unknown-format'],
    [
      'a later renderer',
      (payload: Record<string, Json>) => (payload.renderer = { version: 1, sha256: '0'.repeat(64) }),
      'verify.unknown-renderer',
    ],
    [
      'other fonts',
      (payload: Record<string, Json>) => (payload.renderer = { version: 0, sha256: '0'.repeat(64) }),
      'verify.unknown-renderer',
    ],
  ])('is never accepted, but the signature is reported intact: %s', async (_, change, code) => {
    const verdict = await verify(await edited(change));
    expect(verdict.accepted).toBe(false);
    expect(lineOf(verdict, 'unchanged')?.state).toBe('good');
    expect(lineOf(verdict, 'layout')).toMatchObject({ state: 'not-checked', failures: [{ code }] });
    expect(verdict.lines.filter(({ state }) => state === 'refused')).toEqual([]);
  });
});

describe('pages signed with the genuine key', () => {
  it('refuses pages of another record, or of another program', async () => {
    const [record, other] = [recordOf(), recordOf({ seed: 4 })];
    expect(await refusals(loose(attachmentsOf(record)))).toEqual(['layout: verify.layout-place']);
    expect(other.id).not.toBe(record.id);
  });

  it.each(pageDamage)('refuses a change to %s, and names the place', async (_, from, to) => {
    const verdict = await verify(await doctored(from, to));
    expect(verdict.accepted).toBe(false);
    const [failure] = lineOf(verdict, 'layout')?.failures ?? [];
    expect(failure?.code).toBe('verify.layout-differs');
    expect(failure?.params.offset).toBeGreaterThan(0);
    expect(verdict.lines.filter(({ state }) => state === 'refused')).toHaveLength(1);
  });
});

describe('the signer', () => {
  it('refuses a record that says another certificate, name, algorithm or origin than the signature', async () => {
    const stranger = await keyholder('ES256');
    const record = recordOf();
    expect(await refusals(sign(print(record, namedFiles(record)), stranger))).toEqual([
      'signer: verify.signer-certificate',
    ]);
    const says = (signer: Partial<RecordPayload['signer']>) =>
      refusals(forged((payload) => ({ ...payload, signer: { ...payload.signer, ...signer } })));
    expect(await says({ name: 'Dame Chief Executive' })).toEqual(['signer: verify.signer-name']);
    expect(await says({ identity: 'council-ca' })).toEqual(['signer: verify.signer-identity']);
    const rsa = forged((payload) => ({ ...payload, signature: { ...payload.signature, algorithm: 'RS256' } }));
    expect(await refusals(rsa)).toEqual(['signer: verify.signer-algorithm']);
  });

  it('refuses an authority’s certificate that was taken away or added without the key', async () => {
    const signer = await issuedKeyholder();
    const dropped = await rechained(await madeRecord({ signer }), (chain) => [chain[0]]);
    expect(await refusals(dropped)).toEqual(['signer: verify.signer-authorities']);

    const authority = valueOf(readAuthority(signer.authority));
    const alone = { ...signer, signer: { ...signer.signer, chain: [signer.certificate.der] } };
    const pdf = await madeRecord({ signer: alone });
    expect((await verify(pdf)).accepted).toBe(true);
    const added = await rechained(pdf, (chain) => [chain[0], authority]);
    expect(await refusals(added)).toEqual(['signer: verify.signer-authorities']);
    const told = edited((payload) => {
      payload.signer = { ...(payload.signer as Record<string, Json>), authorities: [authority.sha256] };
    });
    expect(await refusals(told)).toEqual(['data: record.signed-by']);
  });

  it('refuses a timestamp in a record that says there is none', async () => {
    const record = recordOf();
    const token = async () => succeed(new Uint8Array([0x30, 0]));
    const pdf = valueOf(await signPlaceholder(subtle, print(record, namedFiles(record)), officer.signer, token));
    expect(await refusals(pdf)).toEqual(['signer: verify.signature-level', 'time: timestamp.malformed']);
  });

  it('refuses a signer whom the list does not know', async () => {
    const list = async (der: Uint8Array) => valueOf(readTrustList(toPem(der), 'trust'));
    const stranger = await keyholder('ES256');
    const issued = await issuedKeyholder();
    const pdf = await madeRecord();
    for (const trust of [
      await list(stranger.certificate.der),
      await list(issued.authority),
      { entries: [], received: [] },
    ])
      expect(await refusals(pdf, { trust })).toEqual(['trust: verify.trust-unknown']);
    const claimed = { id: '', name: issued.certificate.commonName, role: 'officer' } as const;
    const late = await vouched(subtle, await list(issued.authority), [issued.certificate], {
      ...claimed,
      signedAt: '2052-01-01T00:00:00+00:00',
    });
    expect(codesOf(late)).toEqual(['verify.trust-dates']);
  });
});

describe('the time', () => {
  const at = (signedAt: string) => forged((payload) => ({ ...payload, time: { ...payload.time, signedAt } }));

  it('refuses a record signed outside the certificate’s validity, or in the future', async () => {
    expect(await refusals(at('2037-01-01T00:00:00+00:00'), { now: '2037-01-02T00:00:00+00:00' })).toEqual([
      'time: verify.time-certificate',
    ]);
    expect(await refusals(at('2026-11-24T12:00:01+00:00'), { now: '2026-11-23T12:00:00+00:00' })).toEqual([
      'time: verify.time-future',
    ]);
  });

  it('refuses a record signed before it began', async () => {
    const early = edited((payload) => {
      payload.time = { ...(payload.time as Record<string, Json>), signedAt: '2026-11-22T08:59:59+00:00' };
    });
    expect(await refusals(early, { now })).toEqual(['data: record.time']);
  });
});

describe('a lie in the result, signed with the genuine key', () => {
  /** Answers that raise conditions. */
  const seed = 4;
  const lie = (change: (result: RecordPayload['result']) => Partial<RecordPayload['result']>) =>
    refusals(forged((payload) => ({ ...payload, result: { ...payload.result, ...change(payload.result) } }), { seed }));

  it.each([
    ['the outcome', (_: RecordPayload['result']) => ({ outcome: 'something-else' })],
    ['a condition left out', (result: RecordPayload['result']) => ({ conditions: result.conditions.slice(1) })],
    ['a page left out', (result: RecordPayload['result']) => ({ path: result.path.slice(1) })],
    ['an answer left out', (result: RecordPayload['result']) => ({ answers: result.answers.slice(1) })],
    ['a value left out', (result: RecordPayload['result']) => ({ values: result.values.slice(1) })],
    ['a register field invented', (_: RecordPayload['result']) => ({ register: [{ id: 'cost', value: 1 }] })],
    ['a question left open', (_: RecordPayload['result']) => ({ unsure: ['something'] })],
  ])('is refused by replay alone: %s', async (_, change) => {
    expect(await lie(change)).toEqual(['outcome: replay.differs']);
  });

  it('is refused for the declaration and for the policy’s name', async () => {
    const other = forged((payload) => ({ ...payload, declaration: 'I declare nothing.' }));
    expect(await refusals(other)).toEqual(['outcome: replay.differs']);
    const version = forged((payload) => ({ ...payload, policy: { ...payload.policy, version: '9.9.9' } }));
    expect(await refusals(version)).toEqual(['outcome: replay.pinned']);
  });

  it('is refused where it hides that it was for practice, or which record it takes up again', async () => {
    const hidden = forged((payload) => ({ ...payload, kind: 'record' }), { practice: true });
    expect(await refusals(hidden)).toEqual(['outcome: replay.differs']);
    const continues = 'ab'.repeat(32);
    const log = logOf(1).map((entry) => (entry.kind === 'started' ? { ...entry, continues } : entry));
    expect(recordOf({ log }).payload.replaces).toBe(continues);
    expect(await refusals(madeRecord({ log }))).toEqual(['ACCEPTED']);
    const other = forged((payload) => ({ ...payload, replaces: 'cd'.repeat(32) }), { log });
    expect(await refusals(other)).toEqual(['outcome: replay.differs']);
    expect(await refusals(forged((payload) => ({ ...payload, replaces: continues })))).toEqual([
      'outcome: replay.differs',
    ]);
  });

  it('is refused where the answers reach no outcome', async () => {
    const record = recordOf();
    const short = resealed(record, (payload) => ({ ...payload, log: payload.log.slice(0, 2) }));
    expect(await refusals(sign(print(short, namedFiles(short))))).toEqual(['outcome: replay.no-outcome']);
    expect(logOf(1).length).toBeGreaterThan(2);
  });
});

it('refuses whatever a library throws, with its reason', async () => {
  const pdf = await madeRecord();
  const broken = { digest: () => Promise.reject(new Error('no crypto')) } as unknown as SubtleCrypto;
  const verdict = await verify(pdf, { subtle: broken });
  expect(verdict.accepted).toBe(false);
  expect(lineOf(verdict, 'unchanged')).toMatchObject({
    state: 'refused',
    failures: [{ code: 'verify.fault', params: { reason: 'no crypto' } }],
  });
});

it('takes no other document of our own form for a record', async () => {
  expect(looseDocument([]).bytes.length).toBeGreaterThan(0);
  expect(await refusals(loose([{ name: 'notes.json', bytes: utf8('{}') }]))).toEqual(['enclosed: verify.no-record']);
});
