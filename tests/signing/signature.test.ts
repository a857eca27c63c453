import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, equalBytes, hex, utf8 } from '../../src/base/bytes';
import { readDer } from '../../src/signing/der-reader';
import * as der from '../../src/signing/der-writer';
import { readAuthority } from '../../src/signing/certificate';
import type { Chain } from '../../src/signing/chain';
import { readCms, signedAttributes, writeCms } from '../../src/signing/cms';
import { ecdsaFromDer, ecdsaToDer } from '../../src/signing/ecdsa';
import { oids } from '../../src/signing/oids';
import { toPem } from '../../src/signing/pem';
import { openPlaces, type Places } from '../../src/signing/places';
import { certificateRequest } from '../../src/signing/request';
import { signPlaceholder } from '../../src/signing/sign';
import { verifySignature } from '../../src/signing/verify-signature';
import { itWith } from '../support/tools';
import {
  codesOf,
  type Issued,
  issuedKeyholder,
  type Keyholder,
  keyholder,
  subtle,
  unsignedFile,
  valueOf,
} from './material';

let es: Keyholder;
let rs: Keyholder;
let issued: Issued;
const signed = new Map<Keyholder, Places>();

const sign = async ({ signer }: Keyholder, places = unsignedFile()): Promise<Places> => ({
  ...places,
  bytes: valueOf(await signPlaceholder(subtle, places, signer)),
});
const of = (holder: Keyholder): Places => signed.get(holder) ?? unsignedFile();
const verify = async (places: Places): Promise<readonly string[]> => codesOf(await verifySignature(subtle, places));

const contentsOf = (places: Places): Uint8Array => valueOf(openPlaces(places)).contents;
const cmsOf = (places: Places): Uint8Array => writeCms(valueOf(readCms(contentsOf(places))));
const withCms = (places: Places, cms: Uint8Array): Places => {
  const bytes = new Uint8Array(places.bytes);
  bytes.set(utf8(hex(cms).padEnd(8192 * 2, '0')), places.contentsAt + 1);
  return { ...places, bytes };
};

beforeAll(async () => {
  [es, rs, issued] = await Promise.all([keyholder('ES256'), keyholder('RS256'), issuedKeyholder()]);
  for (const holder of [es, rs, issued]) signed.set(holder, await sign(holder));
});

describe('signing a file', () => {
  it('writes a signature that verifies, with the signer’s certificate first', async () => {
    for (const holder of [es, rs, issued]) {
      const proven = valueOf(await verifySignature(subtle, of(holder)));
      expect(proven.chain.map(({ sha256 }) => sha256)[0]).toBe(holder.certificate.sha256);
      expect(proven.chain).toHaveLength(holder === issued ? 2 : 1);
      expect(proven.size).toBe(8192);
    }
  });

  it('touches nothing but the digits of /ByteRange and /Contents, and is not misled by words that look like them', () => {
    const before = unsignedFile();
    const { bytes } = of(es);
    expect(bytes).toHaveLength(before.bytes.length);
    expect(bytes.subarray(0, before.byteRangeAt)).toEqual(before.bytes.subarray(0, before.byteRangeAt));
    expect(bytes.subarray(before.contentsAt + 1 + 2 * 8192)).toEqual(
      before.bytes.subarray(before.contentsAt + 1 + 2 * 8192),
    );
  });

  it('has exactly three signed attributes in DER order, none of them a time', () => {
    for (const holder of [es, rs]) {
      const { digest, chain } = valueOf(readCms(contentsOf(of(holder))));
      const [signer] = chain;
      const set = valueOf(readDer(signedAttributes(digest, signer), 'x')); // a SET out of order would be refused
      const types = set.children.map(({ children }) => hex(children[0]?.raw ?? new Uint8Array()));
      expect(types.toSorted()).toEqual(
        [oids.contentType, oids.messageDigest, oids.signingCertificateV2].map((id) => hex(der.oid(id))).toSorted(),
      );
    }
    const rsa = hex(cmsOf(of(rs)));
    expect(rsa).toContain(`300d${hex(der.oid(oids.rsaSha256))}0500`);
    expect(rsa).not.toContain(`300b${hex(der.oid(oids.rsaSha256))}`);
  });

  it('names RSA with a NULL parameter wherever a signature’s algorithm stands, and ECDSA with none', async () => {
    for (const [holder, id, own, other] of [
      [rs, oids.rsaSha256, '300d', '0500'],
      [es, oids.ecdsaSha256, '300a', ''],
    ] as const) {
      const identifier = hex(der.oid(id));
      const request = valueOf(await certificateRequest(subtle, holder.keys.privateKey, holder.certificate));
      for (const [where, bytes, times] of [
        ['certificate', holder.certificate.der, 2],
        ['CMS, with that certificate', cmsOf(of(holder)), 3],
        ['request', request, 1],
      ] as const) {
        expect([where, hex(bytes).split(identifier).length - 1]).toEqual([where, times]);
        expect([where, hex(bytes).split(`${own}${identifier}${other}`).length - 1]).toEqual([where, times]);
      }
    }
  });

  it('refuses a key that is not the certificate’s, and places that are no empty signature', async () => {
    const stranger = { ...es.signer, privateKey: rs.keys.privateKey };
    expect(codesOf(await signPlaceholder(subtle, unsignedFile(), stranger))).toEqual(['sign.key-differs']);
    expect(
      codesOf(await signPlaceholder(subtle, unsignedFile(), { ...es.signer, privateKey: es.keys.publicKey })),
    ).toEqual(['sign.key-unusable']);
    expect(codesOf(await signPlaceholder(subtle, of(es), es.signer))).toEqual(['signature.places']);
    const broken = { ...es.signer, chain: [es.certificate.der, issued.authority] };
    expect(codesOf(await signPlaceholder(subtle, unsignedFile(), broken))).toEqual(['sign.chain']);
    const twins = await issuedKeyholder({ serial: 7 }); // signer and authority: one issuer, one number
    expect(codesOf(await signPlaceholder(subtle, unsignedFile(), twins.signer))).toEqual(['sign.chain']);
    for (const odd of [{ contentsAt: 5 }, { byteRangeAt: -1 }, { contentsAt: 1e9 }, { byteRangeAt: 0.5 }])
      expect(codesOf(await signPlaceholder(subtle, { ...unsignedFile(), ...odd }, es.signer))).toEqual([
        'signature.places',
      ]);
    expect(codesOf(await signPlaceholder(subtle, unsignedFile(8190), es.signer))).toEqual(['signature.places']);
  });

  it('takes a timestamp of the signature value, and its failure', async () => {
    const token = der.sequence(der.oid(oids.signedData), der.tagged(0, der.sequence(der.smallInteger(3))));
    let imprint = '';
    const places = unsignedFile(16384);
    const bytes = valueOf(
      await signPlaceholder(subtle, places, es.signer, async (digest) => {
        imprint = hex(digest);
        return { ok: true, value: token };
      }),
    );
    const proven = valueOf(await verifySignature(subtle, { ...places, bytes }));
    expect(proven.timestamp).toEqual(token);
    expect(hex(new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(proven.signatureValue))))).toBe(imprint);
    const down = { ok: false, failures: [{ code: 'timestamp.unreachable', place: 'tsa', params: {} }] } as const;
    expect(codesOf(await signPlaceholder(subtle, places, es.signer, async () => down))).toEqual([
      'timestamp.unreachable',
    ]);
    const large = der.octetString(new Uint8Array(16000));
    expect(codesOf(await signPlaceholder(subtle, places, es.signer, async () => ({ ok: true, value: large })))).toEqual(
      ['sign.too-large'],
    );
  });

  itWith('openssl', 'is a CAdES signature for openssl too', (openssl) => {
    for (const holder of [es, rs, issued]) {
      const folder = mkdtempSync(join(tmpdir(), 'cms-'));
      const [cms, content, roots] = ['cms.der', 'content', 'roots.pem'].map((name) => join(folder, name));
      if (!cms || !content || !roots) throw new Error();
      writeFileSync(cms, cmsOf(of(holder)));
      writeFileSync(content, valueOf(openPlaces(of(holder))).signed);
      writeFileSync(roots, toPem(holder === issued ? issued.authority : holder.certificate.der));
      const files = ['-inform', 'DER', '-in', cms, '-content', content, '-CAfile', roots, '-out', '/dev/null'];
      const ran = openssl('cms', '-verify', '-cades', '-binary', '-purpose', 'any', ...files);
      expect(ran.stderr).toContain('CAdES Verification successful');
    }
  });
});

describe('a signature is refused', () => {
  it('when any bit of the file is changed', async () => {
    const places = of(es);
    const length = places.bytes.length;
    const interesting = cmsOf(places).length * 2 + places.contentsAt;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(length * 8 - 1), fc.nat(interesting * 8), fc.nat(places.contentsAt * 8)),
        async (bit) => {
          const bytes = new Uint8Array(places.bytes);
          bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          expect(await verify({ ...places, bytes })).not.toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('when the file is longer, or its /ByteRange tells another story', async () => {
    const places = of(es);
    expect(await verify({ ...places, bytes: concat(places.bytes, utf8('\n')) })).toEqual(['signature.byte-range']);
    const bytes = new Uint8Array(places.bytes);
    bytes[places.byteRangeAt + 1] = 0x31;
    expect(await verify({ ...places, bytes })).toEqual(['signature.byte-range']);
    expect(await verify(unsignedFile())).toEqual(['signature.byte-range']);
  });

  it('when its digits are upper-case, or something stands behind the CMS', async () => {
    const places = of(es);
    const upper = Uint8Array.from(places.bytes, (byte, at) =>
      at > places.contentsAt && byte >= 0x61 && byte <= 0x66 ? byte - 32 : byte,
    );
    expect(await verify({ ...places, bytes: upper })).toEqual(['signature.places']);
    expect(await verify(withCms(places, concat(cmsOf(places), utf8('hidden'))))).toEqual(['cms.not-ours']);
  });

  it('when it is a twin with high s', async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const places = of(es);
    const cms = valueOf(readCms(contentsOf(places)));
    const raw = valueOf(ecdsaFromDer(cms.signatureValue, 32, true, 'x'));
    const high = order - BigInt(`0x${hex(raw.subarray(32))}`);
    const bytes = Uint8Array.from(high.toString(16).padStart(64, '0').match(/../g) ?? [], (pair) => parseInt(pair, 16));
    const twin = der.sequence(der.integer(raw.subarray(0, 32)), der.integer(bytes));
    expect(await verify(withCms(places, writeCms({ ...cms, signatureValue: twin })))).toEqual(['cms.high-s']);
    expect(equalBytes(ecdsaToDer(concat(raw.subarray(0, 32), bytes)), cms.signatureValue)).toBe(true);
  });

  it('when its certificate is another of the same name, or a stranger’s is added', async () => {
    const twin = await keyholder('ES256');
    const cms = valueOf(readCms(contentsOf(of(es))));
    expect(await verify(withCms(of(es), writeCms({ ...cms, chain: [twin.certificate] })))).toEqual(['signature.value']);
    const long = valueOf(readCms(contentsOf(of(issued))));
    const [first, second] = long.chain;
    if (!second) throw new Error('no authority');
    const impostor = valueOf(readAuthority((await issuedKeyholder()).authority));
    const withChain = (...chain: Chain): Promise<readonly string[]> =>
      verify(withCms(of(issued), writeCms({ ...long, chain })));
    expect(await withChain(first, impostor)).toEqual(['cms.chain']);
    expect(await withChain(first, second, impostor)).toEqual(['cms.chain']);
    expect(await withChain(first, second, second)).toEqual(['cms.chain']);
    expect(await verify(withCms(of(es), writeCms({ ...cms, chain: [...cms.chain, second] })))).toEqual(['cms.chain']);
    expect(await verify(withCms(of(es), writeCms({ ...cms, digest: sha() })))).toEqual(['signature.digest']);
  });
});

const sha = (): Uint8Array => new Uint8Array(32);

/** Writes a CMS again with one element, found by its path, replaced. */
const replaced = (
  cms: Uint8Array,
  path: readonly number[],
  change: (raw: Uint8Array) => readonly Uint8Array[],
): Uint8Array => {
  const read = valueOf(readDer(cms, 'x'));
  const [first, ...rest] = path;
  if (first === undefined) return concat(...change(cms));
  return der.element(
    read.tag,
    ...read.children.map(({ raw }, index) => (index === first ? replaced(raw, rest, change) : raw)),
  );
};

describe('a CMS that we would not have written is refused', () => {
  const signedData = [1, 0];
  const signerInfo = [...signedData, 4, 0];
  const junk = der.utf8String('Approved by the Chief Executive');
  const add = (raw: Uint8Array): readonly Uint8Array[] => [raw, junk];

  it.each<[string, readonly number[], (raw: Uint8Array) => readonly Uint8Array[]]>([
    ['version 9', [...signedData, 0], () => [der.smallInteger(9)]],
    ['signer version 7', [...signerInfo, 0], () => [der.smallInteger(7)]],
    ['no digest algorithms', [...signedData, 1], () => [der.setOf()]],
    ['SHA-1 among the digest algorithms', [...signedData, 1, 0], () => [der.sequence(der.oid('1.3.14.3.2.26'))]],
    ['a parameter beside SHA-256', [...signerInfo, 2, 0], (raw) => [raw, der.nothing]],
    ['another content type', [...signedData, 2, 0], () => [der.oid('1.2.840.113549.1.7.5')]],
    ['the content inside', [...signedData, 2, 0], add],
    ['an extra element in SignedData', [...signedData, 3], add],
    ['an extra element at the end', [...signedData, 4], add],
    ['an extra element in the signer', [...signerInfo, 5], add],
    ['an extra element beside the serial number', [...signerInfo, 1, 1], add],
    [
      'an extra signed attribute',
      [...signerInfo, 3, 2],
      (raw) => [raw, der.sequence(der.oid('1.2.3'), der.setOf(junk))],
    ],
    [
      'an unsigned attribute of words',
      [...signerInfo, 5],
      (raw) => [raw, der.tagged(1, der.sequence(der.oid('1.2.3'), der.setOf(junk)))],
    ],
    ['another signature algorithm', [...signerInfo, 4], () => [der.sequence(der.oid(oids.rsa), der.nothing)]],
    ['no signed attributes', [...signerInfo, 3], () => []],
    ['no certificates', [...signedData, 3], () => []],
    ['the certificate twice', [...signedData, 3, 0], (raw) => [raw, raw]],
    ['an issuer in other letters', [...signerInfo, 1, 0], (raw) => [raw.map((byte) => (byte === 0x42 ? 0x62 : byte))]],
    ['a second signer', [...signerInfo], (raw) => [raw, raw]],
  ])('with %s', async (_, path, change) => {
    const changed = replaced(cmsOf(of(es)), path, change);
    expect(await verify(withCms(of(es), changed))).toHaveLength(1);
    expect(readCms(changed).ok).toBe(false);
  });

  it('whatever its bytes, without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readCms(bytes).ok).toBe(false);
      }),
    );
  });
});
