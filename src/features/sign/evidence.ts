import { writtenSize } from '../../base/bytes';
import { enclosedName } from '../../base/file-name';
import { fail, type Result, succeed } from '../../base/result';
import { type Assessment } from '../../assessment/assessment';
import { evidenceIn, evidenceRoom, evidenceRules } from '../../policy/app-settings';
import type { EnclosedFile } from '../../record/seal';
import type { Database } from '../../storage/database';
import { filesOf } from '../../storage/records';

/** The evidence that counts, with its bytes. Names are made different where two files share one. */
export const evidenceOf = async (
  database: Database,
  assessment: Assessment,
): Promise<Result<readonly EnclosedFile[]>> => {
  const { walk, model } = assessment;
  const files = evidenceIn(walk);
  if (evidenceRoom(walk) < 0)
    return fail('sign.evidence-room', 'evidence', { all: writtenSize(evidenceRules(model.settings).bytesAll) });
  const bytes = await filesOf(
    database,
    files.map((file) => file.sha256),
  );
  if (!bytes.ok) return bytes;
  const enclosed: EnclosedFile[] = [];
  for (const file of files) {
    const found = bytes.value.get(file.sha256);
    if (!found) return fail('sign.evidence-missing', file.name, { name: file.name });
    const name = enclosedName(enclosed.length + 1, file.name);
    enclosed.push({ file: { ...file, name }, bytes: found });
  }
  return succeed(enclosed);
};
