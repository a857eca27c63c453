import { isIsoDate } from '../base/calendar';
import { isCanonicalText } from '../base/text';
import { z } from '../base/zod';
import { recordSchema } from './payload';
import { lineShape, many, nameShape, paragraphShape, sha256Shape } from './shapes';
import { signatureSchema, signerSchema, timeSchema } from './signed-by';

/** The formats of what comes after a record. They are 0, and may change, until release 1.0.0. */
export const decisionFormat = 'decision/0';
export const followUpFormat = 'follow-up/0';

/** How much one such document may hold, and how many may enclose one another. */
export const sequelLimits = { bytes: 1_000_000, depth: 8, conditions: 300 } as const;

const words = z.string().check(
  z.minLength(1),
  z.maxLength(4000),
  z.refine((text) => isCanonicalText(text, true)),
);
const date = z.string().check(z.refine(isIsoDate));

/** A file that is inside whole, by its bytes and by the id of what it holds. */
const encloses = z.strictObject({
  kind: z.enum(['record', 'decision', 'follow-up']),
  sha256: sha256Shape,
  recordId: sha256Shape,
});

const { renderer, app, reference } = recordSchema.shape;
// not by zod's own "omit", which the start page would have to fetch with the rest of zod
const { startedAt: _, ...time } = timeSchema.shape;
const common = {
  renderer,
  app,
  /** The id of the document that this one comes after; the same that is enclosed, where one is. */
  follows: sha256Shape,
  signature: signatureSchema,
  time: z.strictObject(time),
  comment: z.optional(words),
};

/** What was decided; `to` names whom it is referred to, `reason` says why it goes against the outcome. */
const decided = {
  decision: z.enum(['approve', 'approve-changed', 'refuse', 'refer']),
  to: z.optional(lineShape),
  reason: z.optional(words),
};

/** An approver's own decision on the document that it encloses. Nothing of that document is said again. */
export const decisionSchema = z.strictObject({
  ...common,
  ...decided,
  format: z.literal(decisionFormat),
  kind: z.literal('decision'),
  encloses,
  signer: signerSchema('approver'),
  /** Each condition that is due before the decision. */
  due: many(
    z.strictObject({ id: nameShape, state: z.enum(['met', 'waived']), reason: z.optional(words) }),
    sequelLimits.conditions,
  ),
  /** All conditions as finally worded, where they are changed; those of the record have its ids. */
  conditions: many(
    z.strictObject({ id: nameShape, text: paragraphShape, owner: lineShape, due: lineShape }),
    sequelLimits.conditions,
  ),
  level: z.strictObject({ required: z.optional(lineShape), claimed: z.optional(lineShape) }),
});

const followUp = {
  ...common,
  format: z.literal(followUpFormat),
  signer: signerSchema('recorder'),
};

/** What happened next, recorded by whoever signs it. */
export const followUpSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...followUp,
    ...decided,
    kind: z.literal('body-decision'),
    encloses,
    body: lineShape,
    meeting: date,
    minute: lineShape,
  }),
  z.strictObject({
    ...followUp,
    kind: z.literal('conditions-met'),
    encloses,
    met: many(z.strictObject({ id: nameShape, evidence: words, date }), sequelLimits.conditions).check(z.minLength(1)),
  }),
  z.strictObject({
    ...followUp,
    kind: z.literal('registered'),
    /** That of the evaluation, by which people know it: the document itself is only named. */
    reference,
    entry: lineShape,
    received: date,
  }),
]);

export type DecisionPayload = z.infer<typeof decisionSchema>;
export type FollowUpPayload = z.infer<typeof followUpSchema>;
export type SequelPayload = DecisionPayload | FollowUpPayload;
export type SequelKind = SequelPayload['kind'];
export type Enclosing = Extract<SequelPayload, { readonly encloses: unknown }>;
/** A document that decides: an approver's, or that of a body. */
export type Deciding = Extract<SequelPayload, { readonly decision: unknown }>;
