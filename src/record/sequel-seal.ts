import type { IsoTime } from '../base/calendar';
import type { Result } from '../base/result';
import { requiredDecider } from '../policy/deciding';
import { type Chain, lastOf } from './chain';
import type { RecordPayload } from './payload';
import { type SealedSequel, sealSequel, type SequelCode } from './sequel-parse';
import {
  decisionFormat,
  type DecisionPayload,
  followUpFormat,
  type FollowUpPayload,
  type SequelPayload,
} from './sequel-payload';
import { sequelRules, type SequelRuleCode, walkOf } from './sequel-rules';

type Common = Exclude<keyof DecisionPayload, 'kind' | 'decision' | 'to' | 'reason' | 'comment' | 'due' | 'conditions'>;
type Said<Payload> = Payload extends unknown ? Omit<Payload, Common | 'reference'> : never;

/** What somebody says in a document, before anything that signing and the record add to it. */
export type SequelInput = (Said<DecisionPayload> & { readonly claimed?: string }) | Said<FollowUpPayload>;

/** What signing adds. */
export interface SequelSigning {
  readonly app: string;
  readonly signer: Omit<RecordPayload['signer'], 'role'>;
  readonly algorithm: RecordPayload['signature']['algorithm'];
  readonly signedAt: IsoTime;
  /** Where a timestamp is asked for: then the level is B-T. */
  readonly tsa?: string | undefined;
}

const payloadOf = (
  chain: Chain,
  sha256: string,
  input: SequelInput,
  { app, signer, algorithm, signedAt, tsa }: SequelSigning,
): SequelPayload => {
  const { record } = chain;
  const { kind, id } = lastOf(chain);
  const common = {
    renderer: record.payload.renderer,
    app,
    follows: id,
    signature: { level: tsa === undefined ? 'B-B' : 'B-T', algorithm },
    time: { signedAt, clock: 'device', ...(tsa !== undefined && { tsa }) },
  } as const;
  const encloses = { kind, sha256, recordId: id };
  const recorder = { ...signer, role: 'recorder' } as const;
  switch (input.kind) {
    case 'decision': {
      const { claimed, ...said } = input;
      const required = requiredDecider(walkOf(record), record.payload.language);
      const level = { ...(required !== undefined && { required }), ...(claimed !== undefined && { claimed }) };
      return { ...common, ...said, format: decisionFormat, encloses, signer: { ...signer, role: 'approver' }, level };
    }
    case 'registered':
      return { ...common, ...input, format: followUpFormat, signer: recorder, reference: record.payload.reference };
    case 'body-decision':
    case 'conditions-met':
      return { ...common, ...input, format: followUpFormat, signer: recorder, encloses };
  }
};

/**
 * What comes after a chain, sealed: `sha256` is that of the file whose verification gave the chain. Refused by the same
 * rules that a verifier applies, so that none is signed which would not be accepted.
 */
export const sealAfter = (
  chain: Chain,
  sha256: string,
  input: SequelInput,
  signing: SequelSigning,
): Result<SealedSequel, SequelCode | SequelRuleCode> => {
  const payload = payloadOf(chain, sha256, input, signing);
  const failures = 'encloses' in payload ? sequelRules(payload, chain) : [];
  return failures.length > 0 ? { ok: false, failures } : sealSequel(payload);
};
