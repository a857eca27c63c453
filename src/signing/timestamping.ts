import { equalBytes } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';
import { contentOf, readDer } from './der-reader';
import { integer, nothing, octetString, oid, sequence, smallInteger, yes } from './der-writer';
import { oids } from './oids';
import type { Timestamping } from './sign';
import { type TimestampCode, verifyTimestamp } from './timestamp';

export type TimestampingCode = TimestampCode | 'timestamp.refused' | 'timestamp.nonce';

/** A question to a timestamp authority (RFC 3161, 2.4.1): for a SHA-256, with a nonce, and for the authority's certificate. */
export const timestampQuery = (imprint: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> =>
  sequence(smallInteger(1), sequence(sequence(oid(oids.sha256), nothing), octetString(imprint)), integer(nonce), yes);

/** The token in an authority's answer (2.4.2), where it was granted. */
export const timestampIn = (answer: Uint8Array): Result<Uint8Array<ArrayBuffer>, TimestampingCode> => {
  const read = readDer(answer, 'timestamp');
  const [status, token, ...more] = read.ok && read.value.tag === 0x30 ? read.value.children : [];
  const number = contentOf(status?.children[0], 0x02);
  if (status?.tag !== 0x30 || number?.length !== 1 || more.length > 0) return fail('timestamp.malformed', 'timestamp');
  const [granted = 0] = number; // 0 is granted, 1 granted in another form; the rest are refusals
  return granted <= 1 && token ? succeed(token.raw) : fail('timestamp.refused', 'timestamp', { status: granted });
};

/**
 * A timestamp for a signature: asks an authority by `post`, and takes no answer that a verifier would refuse, or that
 * does not carry the nonce of this question. `random`: eight bytes, for the nonce.
 */
export const timestampingBy =
  <Code extends string>(
    subtle: SubtleCrypto,
    random: Uint8Array,
    post: (query: Uint8Array<ArrayBuffer>) => Promise<Result<Uint8Array, Code>>,
  ): Timestamping<TimestampingCode | Code> =>
  async (imprint) => {
    const answer = await post(timestampQuery(imprint, random));
    if (!answer.ok) return answer;
    const token = timestampIn(answer.value);
    if (!token.ok) return token;
    const proven = await verifyTimestamp(subtle, token.value, imprint);
    // What is wrong with the authority's certificates is wrong with the timestamp, not with the signer's.
    if (!proven.ok)
      return proven.failures.every(({ code }) => code.startsWith('timestamp.'))
        ? proven
        : fail('timestamp.certificate', 'timestamp');
    const sent = integer(random).subarray(2);
    return proven.value.nonce && equalBytes(proven.value.nonce, sent) ? token : fail('timestamp.nonce', 'timestamp');
  };
