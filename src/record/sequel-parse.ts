import { secondsOf } from '../base/calendar';
import { fail, type Failure, failure, type Result, settle } from '../base/result';
import { parseShape, type ShapeCode } from '../base/shape';
import { formatOf } from './parse';
import { readSealed, type Sealed, type SealedCode, sealWith } from './sealed';
import { agrees } from './signed-by';
import {
  decisionFormat,
  decisionSchema,
  followUpFormat,
  followUpSchema,
  sequelLimits,
  type SequelPayload,
} from './sequel-payload';

export type SequelCode =
  | ShapeCode
  | SealedCode
  | 'record.format'
  | 'record.signed-by'
  | 'sequel.follows'
  | 'sequel.reason-missing'
  | 'sequel.reason-idle'
  | 'sequel.to-missing'
  | 'sequel.to-idle'
  | 'sequel.waived-reason'
  | 'sequel.met-reason'
  | 'sequel.due-idle'
  | 'sequel.conditions-missing'
  | 'sequel.conditions-idle'
  | 'sequel.twice'
  | 'sequel.date';

/** A decision or a follow-up read from its bytes. */
export type SealedSequel = Sealed<SequelPayload>;

/** Whether a decision takes the recommendation up. */
export const approves = (decision: string): boolean => decision === 'approve' || decision === 'approve-changed';

/** Whether it does other than the record recommends: then it needs a reason. To refer it is neither. */
export const goesAgainst = (decision: string): boolean => decision === 'refuse';

const twice = (place: string, items: readonly { readonly id: string }[]): readonly Failure<SequelCode>[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((one) => one.id === id) < index
      ? [failure<SequelCode>('sequel.twice', `${place}[${index}]`, { id })]
      : [],
  );

/** A text that must stand there in one case, and in no other. */
const only = (
  wanted: boolean,
  text: string | undefined,
  place: string,
  codes: readonly [SequelCode, SequelCode],
): readonly Failure<SequelCode>[] =>
  wanted === (text !== undefined) ? [] : [failure(wanted ? codes[0] : codes[1], place)];

const decidedFaults = (
  payload: Extract<SequelPayload, { readonly decision: unknown }>,
): readonly Failure<SequelCode>[] => [
  ...only(goesAgainst(payload.decision), payload.reason, 'reason', ['sequel.reason-missing', 'sequel.reason-idle']),
  ...only(payload.decision === 'refer', payload.to, 'to', ['sequel.to-missing', 'sequel.to-idle']),
];

const decisionFaults = (
  payload: Extract<SequelPayload, { readonly kind: 'decision' }>,
): readonly Failure<SequelCode>[] => {
  const { decision, due, conditions } = payload;
  const changed = decision === 'approve-changed';
  return [
    ...due.flatMap(({ state, reason }, index) =>
      only(state === 'waived', reason, `due[${index}].reason`, ['sequel.waived-reason', 'sequel.met-reason']),
    ),
    ...(approves(decision) || due.length === 0 ? [] : [failure<SequelCode>('sequel.due-idle', 'due')]),
    ...(changed === conditions.length > 0
      ? []
      : [failure<SequelCode>(changed ? 'sequel.conditions-missing' : 'sequel.conditions-idle', 'conditions')]),
    ...twice('due', due),
    ...twice('conditions', conditions),
  ];
};

/** The days that a follow-up names, each with its place. */
const daysIn = (payload: SequelPayload): readonly (readonly [string, string])[] => {
  switch (payload.kind) {
    case 'body-decision':
      return [['meeting', payload.meeting]];
    case 'conditions-met':
      return payload.met.map(({ date }, index) => [`met[${index}].date`, date]);
    case 'registered':
      return [['received', payload.received]];
    case 'decision':
      return [];
  }
};

/** What the schema cannot say: reasons where they are needed and nowhere else, nothing twice, no day after the signing. */
export const sequelFaults = (payload: SequelPayload): readonly Failure<SequelCode>[] => [
  ...(agrees(payload.signer, payload.signature, payload.time)
    ? []
    : [failure<SequelCode>('record.signed-by', 'signature.level')]),
  ...('encloses' in payload && payload.encloses.recordId !== payload.follows
    ? [failure<SequelCode>('sequel.follows', 'follows')]
    : []),
  ...('decision' in payload ? decidedFaults(payload) : []),
  ...(payload.kind === 'decision' ? decisionFaults(payload) : []),
  ...(payload.kind === 'conditions-met' ? twice('met', payload.met) : []),
  ...daysIn(payload)
    // a day has begun somewhere in the world 14 hours before it does in Greenwich
    .filter(([, day]) => secondsOf(`${day}T00:00:00+14:00`) > secondsOf(payload.time.signedAt))
    .map(([place]) => failure<SequelCode>('sequel.date', place)),
];

const parsePayload = (value: unknown): Result<SequelPayload, SequelCode> => {
  const format = formatOf(value);
  if (format !== decisionFormat && format !== followUpFormat)
    return fail('record.format', 'format', { found: format ?? '', known: `${decisionFormat}, ${followUpFormat}` });
  const shape =
    format === decisionFormat
      ? parseShape<SequelPayload>(decisionSchema, value)
      : parseShape<SequelPayload>(followUpSchema, value);
  return shape.ok ? settle(sequelFaults(shape.value), () => shape.value) : shape;
};

/** `decision.json` or `follow-up.json` from outside, by the same law as a record's: its bytes are its canonical form. */
export const parseSequel = (bytes: Uint8Array): Result<SealedSequel, SequelCode> =>
  readSealed(bytes, sequelLimits.bytes, parsePayload);

/** A payload made here as its sealed bytes and id, by the same rules that a reader applies. */
export const sealSequel = (payload: SequelPayload): Result<SealedSequel, SequelCode> => sealWith(payload, parseSequel);
