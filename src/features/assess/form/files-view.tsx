import { type ChangeEvent, useState } from 'react';
import { writtenSize } from '../../../base/bytes';
import { plainFileName } from '../../../base/file-name';
import { sha256Hex } from '../../../base/hash';
import { failure, type Failure } from '../../../base/result';
import type { FileAnswer } from '../../../policy/answer';
import { evidenceRoom, evidenceRules } from '../../../policy/app-settings';
import type { SimpleField } from '../../../policy/field';
import { sentenceFor } from '../../../strings/failures';
import { fileSentences } from '../../../strings/file-failures';
import { keepFile } from '../../../storage/records';
import { Button, type Question } from '../../../ui';
import { FileUpload } from '../../../ui/form/file-upload';
import { useSession } from '../draft-context';
import type { Fields } from './fields';
import type { Raw } from './raw';

interface FilesViewProps {
  readonly fields: Fields;
  readonly question: Question;
  readonly field: Extract<SimpleField, { kind: 'file' }>;
  readonly raw: Raw;
  readonly change: (raw: Raw) => void;
}

/** Files given as evidence: kept in this browser by their hash, and enclosed in the record. */
export const FilesView = ({ fields, question, field, raw, change }: FilesViewProps) => {
  const { database } = useSession();
  const evidence = evidenceRules(fields.walk.model.settings);
  const [fault, setFault] = useState<Failure>();
  const files = raw as readonly FileAnswer[];

  const faultOf = (file: File): Failure | undefined => {
    const name = plainFileName(file.name);
    if (!evidence.types.includes(file.type))
      return failure('file.type', name, { name, types: evidence.types.join(', ') });
    if (file.size === 0) return failure('file.empty', name, { name });
    if (file.size > evidence.bytesEach)
      return failure('file.too-large', name, { name, most: writtenSize(evidence.bytesEach) });
    const room = evidenceRoom(fields.walk);
    if (file.size > room)
      return failure('file.no-room', name, {
        name,
        left: writtenSize(Math.max(0, room)),
        all: writtenSize(evidence.bytesAll),
      });
    return files.length >= field.most ? failure('field.too-many', name, { most: field.most }) : undefined;
  };

  const add = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const input = event.target;
    const file = input.files?.[0];
    if (!file) return;
    const wrong = faultOf(file);
    setFault(wrong);
    input.value = '';
    if (wrong) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sha256 = sha256Hex(bytes);
    const kept = await keepFile(database, { sha256, bytes });
    if (!kept.ok) setFault(kept.failures[0]);
    else change([...files, { name: plainFileName(file.name), type: file.type, size: bytes.length, sha256 }]);
  };

  return (
    <>
      <FileUpload
        {...question}
        error={fault ? sentenceFor(fault, fileSentences) : question.error}
        onChange={(event) => void add(event)}
      />
      {files.length > 0 && (
        <ul className="govuk-list">
          {files.map((file, index) => (
            <li key={`${file.sha256} ${index}`}>
              {file.name}{' '}
              <Button type="button" look="link" onClick={() => change(files.filter((_, at) => at !== index))}>
                Remove<span className="govuk-visually-hidden"> {file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
