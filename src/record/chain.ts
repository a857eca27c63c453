import type { Earlier } from '../assessment/versions';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import type { RecordPayload } from './payload';
import type { SealedSequel } from './sequel-parse';

/** A record with the policy and the settings that it encloses, all of them proven. */
export interface ProvenRecord {
  readonly id: string;
  readonly payload: RecordPayload;
  readonly policy: Policy;
  readonly settings: Settings;
  /** The policies and settings that it stood on before. */
  readonly earlier: Earlier;
}

/** A decision or a follow-up that is proven. */
export type ProvenSequel = Omit<SealedSequel, 'bytes'>;

/** A record and what came after it, each enclosing the one before, from the first to the last. */
export interface Chain {
  readonly record: ProvenRecord;
  readonly sequels: readonly ProvenSequel[];
}

/** What lies outermost in a chain: of which kind, by its id, signed when. */
export const lastOf = ({
  record,
  sequels,
}: Chain): { readonly kind: 'record' | 'decision' | 'follow-up'; readonly id: string; readonly signedAt: string } => {
  const last = sequels.at(-1);
  if (!last) return { kind: 'record', id: record.id, signedAt: record.payload.time.signedAt };
  const kind = last.payload.kind === 'decision' ? 'decision' : 'follow-up';
  return { kind, id: last.id, signedAt: last.payload.time.signedAt };
};
