import { newId } from '../../../base/ids';
import { type Result, succeed } from '../../../base/result';
import type { ProvenRecord } from '../../../record/chain';
import type { Services } from '../../../services';
import { beginDraft } from '../../../storage/begin';
import type { StorageCode } from '../../../storage/open';
import type { ReadFile } from '../../../storage/reading';
import { keepReperformed } from '../../../storage/reperform';
import { reperformDeskStrings as strings } from '../../../strings/reperform-desk';

/**
 * Begins a draft that answers a proven record again: under its policy and its settings, as of its day, with none of its
 * answers. The signed file is kept beside it where there is room. Gives the draft's id.
 */
export const beginReperformance = async (
  services: Pick<Services, 'clock' | 'random' | 'database'>,
  { payload, policy, settings, id: record }: ProvenRecord,
  file: ReadFile,
): Promise<Result<string, StorageCode>> => {
  const open = await services.database();
  if (!open.ok) return open;
  const made = await beginDraft(open.value, services, {
    row: {
      partnership: newId(services.random),
      kind: 'reperformance',
      title: '',
      name: strings.name(payload.reference),
      untouched: newId(services.random),
    },
    policy,
    settings,
    first: { reperforms: { record, at: payload.time.startedAt } },
  });
  if (!made.ok) return made;
  await keepReperformed(open.value, made.value.id, file);
  return succeed(made.value.id);
};
