import { expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import { takeOut } from '../../src/verify/take-out';
import { madeRecord, recordOf } from './made';
import { madeAfter } from './made-sequel';

it('takes every file out of a record with the hash that the record names, and its data with the record’s id', async () => {
  const { id, payload } = recordOf({ seed: 3 });
  const files = takeOut(await madeRecord({ seed: 3 }));
  expect(files.map(({ name, sha256 }) => [name, sha256])).toEqual([
    ['record.json', id],
    ...payload.attachments.map(({ name, sha256 }) => [name, sha256]),
  ]);
  for (const { bytes, sha256 } of files) expect(sha256Hex(bytes)).toBe(sha256);
});

it('takes the enclosed document out of a decision, byte for byte, and what lies in it', async () => {
  const record = await madeRecord();
  const files = takeOut(await madeAfter(record));
  expect(files.slice(0, 3).map(({ name, inside }) => [name, inside])).toEqual([
    ['decision.json', undefined],
    ['assessment.pdf', undefined],
    ['record.json', 'assessment.pdf'],
  ]);
  expect(files[1]?.sha256).toBe(sha256Hex(record));
});

it('takes nothing out of what is none of ours', () => {
  expect(takeOut(utf8('%PDF-1.4\n%%EOF'))).toEqual([]);
});
