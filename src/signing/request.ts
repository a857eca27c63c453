import { fail, type Result, succeed } from '../base/result';
import type { Certificate } from './certificate';
import { bitString, octetString, oid, sequence, setOf, smallInteger, tagged, yes } from './der-writer';
import { oids } from './oids';
import { signatureAlgorithm, signWith } from './signature-value';

export type RequestCode = 'certificate.key-unusable';

/**
 * A request for a certificate (PKCS#10, RFC 2986) for the key and the name of a certificate that we made: what the
 * council's authority needs in order to issue one. It asks for a key that may sign documents, and is signed with that
 * key, which proves that whoever asks has it.
 */
export const certificateRequest = async (
  subtle: SubtleCrypto,
  privateKey: CryptoKey,
  own: Certificate,
): Promise<Result<Uint8Array<ArrayBuffer>, RequestCode>> => {
  const usage = sequence(oid(oids.keyUsage), yes, octetString(bitString(new Uint8Array([0xc0]), 6)));
  const wanted = sequence(oid(oids.extensionRequest), setOf(sequence(usage)));
  const asked = sequence(smallInteger(0), own.subject.der, own.publicKey.spki, tagged(0, wanted));
  try {
    const value = await signWith(subtle, privateKey, asked);
    const algorithm = signatureAlgorithm(own.algorithm === 'RS256' ? 'RS256' : 'ES256');
    return succeed(sequence(asked, algorithm, bitString(value)));
  } catch {
    return fail('certificate.key-unusable', 'privateKey');
  }
};
