import { isIsoDate } from '../base/calendar';
import { type Failure, failure, type Result, settle } from '../base/result';
import { parseJsonShape, type ShapeCode } from '../base/shape';
import { isCanonicalText } from '../base/text';
import { z } from '../base/zod';

/** What a signer may sign as. The words are those of the payloads. */
export const trustRoles = ['officer', 'approver', 'recorder'] as const;

export type TrustRole = (typeof trustRoles)[number];

export type TrustFileCode = 'trust.form' | 'trust.order';

const dayShape = z.string().check(z.refine(isIsoDate));
const personShape = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.refine((text) => isCanonicalText(text, false)),
);

const hashShape = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const hashesShape = z.optional(z.array(hashShape).check(z.minLength(1), z.maxLength(1000)));

const entrySchema = z.strictObject({
  certificate: z.string().check(z.maxLength(20_000)),
  person: z.optional(personShape),
  roles: z.optional(z.array(z.enum(trustRoles)).check(z.minLength(1))),
  from: z.optional(dayShape),
  until: z.optional(dayShape),
  withdrawnOn: z.optional(dayShape),
});

const fileSchema = z.strictObject({
  format: z.literal('trust/0'),
  entries: z.array(entrySchema).check(z.maxLength(5000)),
  received: z.optional(z.array(z.strictObject({ id: hashShape, on: dayShape })).check(z.maxLength(100_000))),
  policies: hashesShape,
  settings: hashesShape,
});

/** What a list says of a certificate besides: nothing, where it is a PEM file. Days are UTC, both ends included. */
export interface Terms {
  /** Whose key it is; of an authority, the one person whom the entry is about. */
  readonly person?: string | undefined;
  /** What it may sign; everything, unless told. */
  readonly roles?: readonly TrustRole[] | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The first day on which it is no longer trusted. */
  readonly withdrawnOn?: string | undefined;
}

/** A document that a register took in: by its id, and on which day. */
export interface Received {
  readonly id: string;
  readonly on: string;
}

/** The policies and the settings that a council has published, by the hashes of their canonical forms. */
export interface Published {
  readonly policies?: readonly string[] | undefined;
  readonly settings?: readonly string[] | undefined;
}

export interface TrustFile extends Published {
  readonly entries: readonly (Terms & { readonly certificate: string })[];
  readonly received: readonly Received[];
}

const orderFaults = (file: TrustFile, place: string): readonly Failure<TrustFileCode>[] =>
  file.entries.flatMap(({ from, until }, index) =>
    from !== undefined && until !== undefined && from > until
      ? [failure<TrustFileCode>('trust.order', `${place}.entries[${index}]`, { number: index + 1 })]
      : [],
  );

/** A list of trust with its terms, from JSON of the form `trust/0`; `docs/formats.md` says what its parts mean. */
export const readTrustFile = (json: string, place: string): Result<TrustFile, TrustFileCode> => {
  const read = parseJsonShape(fileSchema, json);
  if (!read.ok)
    return {
      ok: false,
      failures: read.failures.map(({ code, place: at }: Failure<ShapeCode>) =>
        failure<TrustFileCode>('trust.form', [place, at].filter(Boolean).join('.'), { at, code }),
      ),
    };
  const { entries, received = [], policies, settings } = read.value;
  const file = { entries, received, policies, settings };
  return settle(orderFaults(file, place), () => file);
};
