import { type Failure, failure } from '../base/result';
import { canonicalText } from '../base/text';
import type { RecordPayload } from '../record/payload';
import { signatureSizes } from '../signing/places';
import type { ProvenSignature } from '../signing/verify-signature';

export type SignerCode =
  | 'verify.signer-certificate'
  | 'verify.signer-name'
  | 'verify.signer-algorithm'
  | 'verify.signer-identity'
  | 'verify.signature-level';

/** What every payload says of its signer. */
interface Signed {
  readonly signer: Omit<RecordPayload['signer'], 'role'>;
  readonly signature: RecordPayload['signature'];
}

/**
 * Rule 9: what the payload says of its signer is what the signature proves: the certificate, the name, the algorithm,
 * whose word the name rests on, and the level (B-B: no timestamp, the smaller place).
 */
export const signerFailures = (
  { signer, signature }: Signed,
  { chain, size, timestamp }: ProvenSignature,
): readonly Failure<SignerCode>[] => {
  const [certificate] = chain;
  const identity = certificate.selfSigned ? 'self-asserted' : 'council-ca';
  const plain = timestamp === undefined && size === signatureSizes[0];
  return [
    ...(signer.certificateSha256 === certificate.sha256
      ? []
      : [failure<SignerCode>('verify.signer-certificate', 'signer.certificateSha256')]),
    ...(signer.name === canonicalText(certificate.commonName, false)
      ? []
      : [
          failure<SignerCode>('verify.signer-name', 'signer.name', {
            said: signer.name,
            found: certificate.commonName,
          }),
        ]),
    ...(signature.algorithm === certificate.algorithm
      ? []
      : [failure<SignerCode>('verify.signer-algorithm', 'signature.algorithm')]),
    ...(signer.identity === identity ? [] : [failure<SignerCode>('verify.signer-identity', 'signer.identity')]),
    ...(plain ? [] : [failure<SignerCode>('verify.signature-level', 'signature.level')]),
  ];
};
