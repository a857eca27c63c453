import type { sealRecord } from '../../../src/record/seal';

/** What the record of the bench is sealed with: by a renderer, under a certificate, at a time. */
export const sealingOf = (
  rendererSha256: string,
  certificateSha256: string,
  signedAt: string,
): Parameters<typeof sealRecord>[1] => ({
  rendererSha256,
  app: '0.0.0',
  partnership: '7'.repeat(26),
  revision: 1,
  signer: {
    name: 'Siân Ó Briain',
    job: 'Partnerships officer',
    service: 'Communities',
    role: 'officer',
    certificateSha256,
    authorities: [],
    keyOrigin: 'browser',
    identity: 'self-asserted',
  },
  algorithm: 'ES256',
  signedAt,
  evidence: [],
});
