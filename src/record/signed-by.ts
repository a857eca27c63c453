import { z } from '../base/zod';
import { lineShape, many, sha256Shape, timeShape } from './shapes';

/** How many certificates may stand above a signer's. */
export const authorityLimit = 8;

/** Who signs a payload, in one of these roles, with which key and on whose word. */
export const signerSchema = <const Roles extends readonly string[]>(...roles: Roles) =>
  z.strictObject({
    name: lineShape,
    job: lineShape,
    service: lineShape,
    role: z.enum(roles),
    certificateSha256: sha256Shape,
    /**
     * The certificates of the authorities beside the signature, the issuer of the signer's first. The signature itself
     * does not cover them: named here, none can be added or taken away unseen.
     */
    authorities: many(sha256Shape, authorityLimit),
    keyOrigin: z.enum(['browser', 'pkcs12']),
    identity: z.enum(['self-asserted', 'council-ca']),
  });

/** The PAdES baseline level (EN 319 142-1), and what signs. B-T has one timestamp over the signature's value, B-B none. */
export const signatureSchema = z.strictObject({
  level: z.enum(['B-B', 'B-T']),
  algorithm: z.enum(['ES256', 'RS256']),
});

/**
 * When. `signedAt` is always by the signer's own clock: an authority sees the signature only once it is made. `tsa` is
 * where its timestamp was asked for, a path of the app's own origin; only at level B-T, and always there.
 */
export const timeSchema = z.strictObject({
  startedAt: timeShape,
  signedAt: timeShape,
  clock: z.literal('device'),
  tsa: z.optional(z.string().check(z.regex(/^(?:\/[A-Za-z0-9_-]{1,60}){1,8}$/))),
});

/** How many bytes of a PDF are kept for the signature, by its level: a timestamp needs more room. */
export const signatureRoom = { 'B-B': 8192, 'B-T': 16384 } as const;

export type SignedBy = z.infer<ReturnType<typeof signerSchema<['officer']>>>;
export type SignatureForm = z.infer<typeof signatureSchema>;
export type SignedTime = z.infer<typeof timeSchema>;

/** Whether level and time agree on whether there is a timestamp, and identity and authorities on who issued. */
export const agrees = (
  signer: Pick<SignedBy, 'identity' | 'authorities'>,
  signature: SignatureForm,
  time: Pick<SignedTime, 'tsa'>,
): boolean =>
  (signature.level === 'B-T') === (time.tsa !== undefined) &&
  (signer.identity === 'council-ca' || signer.authorities.length === 0);
