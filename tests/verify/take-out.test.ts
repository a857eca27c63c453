import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Entry } from '../../src/assessment/log';
import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import { newJsPdf } from '../../src/pdf/tagged/jspdf';
import { binary } from '../../src/pdf/tagged/tokens';
import { takeOut } from '../../src/verify/take-out';
import { itWith } from '../support/tools';
import { logOf, madeRecord, recordOf, resources, verify } from './made';
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

/** A PDF as another app makes it with the library that records are written with: with a font of its own, embedded. */
const pdfOfAnotherApp = (): Uint8Array<ArrayBuffer> => {
  const doc = newJsPdf();
  doc.addFileToVFS('x.ttf', binary(resources.fonts.regular));
  doc.addFont('x.ttf', 'x', 'normal');
  doc.setFont('x', 'normal');
  doc.text('Yswiriant Tŷ Mawr', 40, 60);
  return new Uint8Array(doc.output('arraybuffer'));
};

/** A signed record whose evidence, wherever a file was given, is this one. */
const recordWith = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const file = {
    name: 'evidence-1-insurance.pdf',
    type: 'application/pdf',
    size: bytes.length,
    sha256: sha256Hex(bytes),
  };
  let given = 0;
  const log = logOf(10).map((entry): Entry => {
    if (entry.kind !== 'answered' || !Array.isArray(entry.value)) return entry;
    const value = entry.value.map((one) => (typeof one === 'object' && (given += 1) ? file : one));
    return { ...entry, value } as Entry;
  });
  if (given === 0) throw new Error('no answer is a file');
  return madeRecord({ log, sealing: { evidence: [{ file, bytes }] } });
};

it('gives evidence back byte for byte, also a PDF that another app made with the same library', async () => {
  const given = pdfOfAnotherApp();
  expect(binary(given)).toContain('/Ordering (Identity-H)'); // which is put right in a record's own fonts
  const record = await recordWith(given);
  expect(await verify(record)).toMatchObject({ accepted: true });
  const taken = takeOut(record).find(({ name }) => name.startsWith('evidence-'));
  expect(taken && sha256Hex(taken.bytes)).toBe(sha256Hex(given));
});

itWith('pdfdetach', 'gives it to other programs as it was, too', async (pdfdetach) => {
  const given = pdfOfAnotherApp();
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  const [path, out] = [join(folder, 'record.pdf'), join(folder, 'insurance.pdf')];
  writeFileSync(path, await recordWith(given));
  expect(pdfdetach('-savefile', 'evidence-1-insurance.pdf', '-o', out, path).status).toBe(0);
  expect(sha256Hex(new Uint8Array(readFileSync(out)))).toBe(sha256Hex(given));
  rmSync(folder, { recursive: true });
});

it('takes nothing out of what is none of ours', () => {
  expect(takeOut(utf8('%PDF-1.4\n%%EOF'))).toEqual([]);
});
