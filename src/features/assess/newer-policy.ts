import { type Model, modelOf } from '../../policy/model';
import { sealedForm } from '../../policy/parse';
import type { Services } from '../../services';
import { staysFrom } from '../../storage/carry-over';
import type { Session } from './session';

/** A newer policy that a draft could be carried over to. */
export interface Newer {
  readonly model: Model;
  readonly sha256: string;
  /** The officer has chosen to finish on the version that the draft has. */
  readonly isDeclined: boolean;
}

/** A version as numbers that can be compared. */
const rank = (version: string): number => version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);

/**
 * The site's policy of the same id, where it is another text and no older version; undefined where there is none, and for
 * a record that is answered again: it stands on the record's own.
 */
export const newerPolicy = async (
  { site }: Pick<Services, 'site'>,
  { database, draft, assessment }: Pick<Session, 'database' | 'draft' | 'assessment'>,
): Promise<Newer | undefined> => {
  if (draft.kind === 'reperformance') return undefined;
  const { policy } = assessment().model;
  const loaded = await site();
  const found = loaded.ok ? loaded.value.policies.find(({ id }) => id === policy.id) : undefined;
  if (!loaded.ok || !found || rank(found.version) < rank(policy.version)) return undefined;
  const { sha256 } = sealedForm(found);
  if (sha256 === draft.policy) return undefined;
  const stays = await staysFrom(database, draft.id);
  return {
    model: modelOf(found, loaded.value.settings),
    sha256,
    isDeclined: stays.ok && stays.value === sha256,
  };
};
