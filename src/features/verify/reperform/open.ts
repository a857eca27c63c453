import { newId } from '../../../base/ids';
import { fail, type Result, succeed } from '../../../base/result';
import { type Assessment, replay } from '../../../assessment/assessment';
import { begun, type Entry, nextCounter } from '../../../assessment/log';
import type { ProvenRecord } from '../../../record/chain';
import { earlierKind } from '../../../record/earlier';
import type { OpenDraft, Services, Verifying } from '../../../services';
import { appendEntries } from '../../../storage/drafts';
import { profileId } from '../../../storage/profile';
import { keepReperformed, readReperformed } from '../../../storage/reperform';
import type { TakenOut } from '../../../verify/take-out';

/** The signed file of the record that a draft answers again, checked, with the evidence in it. */
export interface Reperformed {
  readonly record: ProvenRecord;
  readonly evidence: readonly TakenOut[];
}

/** A draft that answers a record again, and the record where its file is at hand. */
export interface Reperforming {
  readonly draft: OpenDraft;
  /** The record's id. */
  readonly of: string;
  readonly found: Reperformed | undefined;
}

const isEvidence = (name: string): boolean =>
  !['policy.json', 'settings.json'].includes(name) && earlierKind(name) === undefined;

/** Checks a file and finds the record in it; undefined where it is refused, or holds another one. */
export const judgeReperformed = async (
  services: Pick<Services, 'verify'>,
  of: string,
  pdf: Uint8Array<ArrayBuffer>,
  running: (verifying: Verifying) => void,
): Promise<Reperformed | undefined> => {
  const verifying = services.verify(pdf, []);
  running(verifying);
  const { record } = await verifying.result;
  if (record?.id !== of) return undefined;
  const { takeOut } = await import('../../../verify/take-out');
  const named = new Set(record.payload.attachments.filter(({ name }) => isEvidence(name)).map(({ sha256 }) => sha256));
  return { record, evidence: takeOut(pdf).filter(({ name, sha256 }) => isEvidence(name) && named.has(sha256)) };
};

/** Opens a draft that answers a record again. */
export const openReperformance = async (
  services: Services,
  id: string,
  running: (verifying: Verifying) => void,
): Promise<Result<Reperforming>> => {
  const draft = await services.openDraft(id);
  if (!draft.ok) return draft;
  const of = begun(draft.value.log)?.reperforms?.record;
  if (of === undefined) return fail('address.unknown', id);
  const kept = await readReperformed(draft.value.database, id);
  const file = kept.ok ? kept.value : undefined;
  return succeed({ draft: draft.value, of, found: file && (await judgeReperformed(services, of, file.pdf, running)) });
};

/** Keeps the file that somebody has chosen again. Where there is no room it is asked for the next time too. */
export const keepChosen = async ({ draft }: Reperforming, file: File, pdf: Uint8Array<ArrayBuffer>): Promise<void> => {
  await keepReperformed(draft.database, draft.row.id, { name: file.name, pdf });
};

/**
 * Where the auditor's answers were compared with the record's: the log as it stood then, and how many answers came later.
 * Undefined where they have not been.
 */
export const comparedAt = (
  log: readonly Entry[],
): { readonly log: readonly Entry[]; readonly at: string; readonly later: number } | undefined => {
  const index = log.findIndex(({ kind }) => kind === 'outcome-shown');
  const seen = log[index];
  const later = log.slice(index + 1).filter((entry) => entry.kind === 'answered' || entry.kind === 'cleared').length;
  return seen && { log: log.slice(0, index + 1), at: seen.at, later };
};

/** Writes into the log that the auditor is shown what the record says, from which moment on nothing counts any more. */
export const showRecord = async (
  services: Pick<Services, 'clock' | 'random'>,
  { draft }: Reperforming,
  { walk }: Assessment,
): Promise<Result<readonly Entry[]>> => {
  const author = await profileId(draft.database, newId(services.random));
  if (!author.ok) return author;
  const at = services.clock();
  const entry: Entry = {
    kind: 'outcome-shown',
    id: newId(services.random),
    draft: draft.row.id,
    author: author.value,
    device: author.value,
    counter: nextCounter(draft.log),
    at,
    outcome: walk.outcome ?? '',
  };
  return appendEntries(draft.database, draft.row.id, [entry], { fields: [], tabs: [] }, () => ({ updatedAt: at }));
};

/** What a log comes to under the draft's policy; it has one, since it has a beginning. */
export const assessed = ({ draft }: Reperforming, log: readonly Entry[]): Assessment => {
  const assessment = replay(draft.model, log);
  if (!assessment) throw new Error('a draft without entries was opened');
  return assessment;
};
