import { type Failure, failure } from '../base/result';
import { canonicalText } from '../base/text';
import { type SignatureForm, signatureRoom, type SignedBy } from '../record/signed-by';
import type { ProvenSignature } from '../signing/verify-signature';

export type SignerCode =
  | 'verify.signer-certificate'
  | 'verify.signer-name'
  | 'verify.signer-algorithm'
  | 'verify.signer-identity'
  | 'verify.signer-authorities'
  | 'verify.signature-level';

/** What every payload says of its signer. */
export interface Signed {
  readonly signer: Omit<SignedBy, 'role'>;
  readonly signature: SignatureForm;
}

/**
 * Rule 9: what the payload says of its signer is what the signature proves: the certificate, those of the authorities
 * above it, the name, the algorithm, whose word the name rests on, and the level (B-B: no timestamp, the smaller place;
 * B-T: one, in the larger).
 */
export const signerFailures = (
  { signer, signature }: Signed,
  { chain, size, timestamp }: ProvenSignature,
): readonly Failure<SignerCode>[] => {
  const [certificate, ...above] = chain;
  const identity = certificate.selfSigned ? 'self-asserted' : 'council-ca';
  const level = timestamp === undefined ? 'B-B' : 'B-T';
  const authorities = above.map(({ sha256 }) => sha256);
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
    ...(signer.authorities.join() === authorities.join()
      ? []
      : [failure<SignerCode>('verify.signer-authorities', 'signer.authorities')]),
    ...(signature.level === level && size === signatureRoom[level]
      ? []
      : [failure<SignerCode>('verify.signature-level', 'signature.level', { level: signature.level })]),
  ];
};
