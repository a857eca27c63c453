import { newId } from '../../../base/ids';
import { type Result, succeed } from '../../../base/result';
import type { ProvenRecord } from '../../../record/chain';
import type { Services } from '../../../services';
import { createDraft } from '../../../storage/drafts';
import type { StorageCode } from '../../../storage/open';
import { profileId } from '../../../storage/profile';
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
  const { clock, random } = services;
  const open = await services.database();
  if (!open.ok) return open;
  const database = open.value;
  const author = await profileId(database, newId(random));
  if (!author.ok) return author;
  const [id, at] = [newId(random), clock()];
  const made = await createDraft(
    database,
    {
      id,
      partnership: newId(random),
      kind: 'reperformance',
      title: '',
      name: strings.name(payload.reference),
      createdAt: at,
      updatedAt: at,
      untouched: id,
    },
    policy,
    settings,
    (pins) => ({
      kind: 'started',
      id: newId(random),
      draft: id,
      author: author.value,
      device: author.value,
      counter: 1,
      at,
      language: 'en',
      ...pins,
      reperforms: { record, at: payload.time.startedAt },
    }),
  );
  if (!made.ok) return made;
  await keepReperformed(database, id, file);
  return succeed(id);
};
