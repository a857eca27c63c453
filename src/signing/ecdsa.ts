import { concat, equalBytes } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';
import { contentOf, readDer } from './der-reader';
import { integer, sequence } from './der-writer';

/** The order of P-256 (SEC 2, section 2.4.2). */
const orderP256 = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

const bytesOf = (value: bigint, size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let at = size - 1, rest = value; at >= 0; at--, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
  return bytes;
};

/**
 * The ECDSA value r‖s of WebCrypto (P-256, 64 bytes) as DER, with s in the lower half: of the two values that are
 * equally valid, the one that we write and accept, so that nobody without the key can make a second file from a first.
 */
export const ecdsaToDer = (raw: Uint8Array): Uint8Array<ArrayBuffer> => {
  const s = numberOf(raw.subarray(32));
  const low = s > orderP256 / 2n ? bytesOf(orderP256 - s, 32) : raw.subarray(32);
  return sequence(integer(raw.subarray(0, 32)), integer(low));
};

export type EcdsaCode = 'cms.signature-form' | 'cms.high-s';

/** r‖s of `size` bytes each from DER. Refuses any other form; refuses a P-256 s in the upper half where `low` is asked for. */
export const ecdsaFromDer = (
  der: Uint8Array,
  size: number,
  low: boolean,
  place: string,
): Result<Uint8Array<ArrayBuffer>, EcdsaCode> => {
  const read = readDer(der, place);
  const [r, s, ...more] = read.ok && read.value.tag === 0x30 ? read.value.children : [];
  const numbers = [r, s].map((part) => numberOf(contentOf(part, 0x02) ?? new Uint8Array()));
  const [rValue = 0n, sValue = 0n] = numbers;
  const raw = concat(bytesOf(rValue, size), bytesOf(sValue, size));
  const again = sequence(integer(raw.subarray(0, size)), integer(raw.subarray(size)));
  if (more.length > 0 || rValue === 0n || sValue === 0n || !equalBytes(again, der))
    return fail('cms.signature-form', place);
  return low && sValue > orderP256 / 2n ? fail('cms.high-s', place) : succeed(raw);
};
