import { utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { printDocument } from '../../src/pdf/print-document';
import type { Printed } from '../../src/pdf/tagged/tagged-pdf';
import type { ReadyRecord } from '../../src/record/seal';
import type { Verdict, VerdictLine } from '../../src/verify/verdict';
import type { Keyholder } from '../signing/material';
import { valueOf } from '../signing/material';
import { namedFiles, officer, print, recordOf, resources, sign, signedAt, verify } from './made';

/** The file as text of the same length, one character a byte. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
export const fromLatin1 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'));

/** The first such text put in place of another of its length. */
export const swap = (bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array<ArrayBuffer> => {
  const text = latin1(bytes);
  const other = text.replace(from, () => to);
  if (other.length !== text.length || other === text) throw new Error(`cannot put ${to} for ${from}`);
  return fromLatin1(other);
};

/** A rendering doctored before it is signed with the genuine key. */
export const doctored = (from: string | RegExp, to: string): Promise<Uint8Array> => {
  const record = recordOf();
  const printed = print(record, namedFiles(record));
  return sign({ ...printed, bytes: swap(printed.bytes, from, to) });
};

export type Loose = readonly { readonly name: string; readonly bytes: Uint8Array }[];

/** A PDF of our form that says nothing of its own, with any attachments: what another program could make. */
export const looseDocument = (attachments: Loose): Printed =>
  valueOf(
    printDocument(
      [{ kind: 'heading', level: 1, text: 'Outcome: Proceed and register' }],
      {
        title: 'Other pages',
        author: 'Siân Ó Briain',
        subject: 'Other pages',
        language: 'en-GB',
        createdAt: signedAt,
        fileId: '0'.repeat(32),
        footer: { reference: 'E-00000-00000', recordId: '0'.repeat(64), page: (page, pages) => `${page} of ${pages}` },
        attachments: attachments.map(({ name, bytes }) => ({
          name,
          bytes,
          type: 'application/json',
          description: 'A file',
          relationship: 'Data',
        })),
        signature: { name: 'Siân Ó Briain', reason: 'I completed this assessment', signedAt, bytes: 8192 },
      },
      resources,
    ),
  );

export const loose = (attachments: Loose, signer: Keyholder = officer): Promise<Uint8Array> =>
  sign(looseDocument(attachments), signer);

/** The attachments of an honest record, some replaced; those replaced by nothing left out. */
export const attachmentsOf = (
  record: ReadyRecord,
  replaced: Readonly<Record<string, Uint8Array | undefined>> = {},
): Loose => {
  const all = new Map<string, Uint8Array | undefined>([
    ['record.json', record.bytes],
    ...namedFiles(record).map(({ name, bytes }) => [name, bytes] as const),
    ...Object.entries(replaced),
  ]);
  return [...all].flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : []));
};

/** A record.json of any content whatever, beside honest files. */
export const loosePayload = (payload: Json | string, record = recordOf()): Promise<Uint8Array> =>
  loose(attachmentsOf(record, { 'record.json': utf8(typeof payload === 'string' ? payload : canonical(payload)) }));

export const refusalsOf = (verdict: Verdict): readonly string[] =>
  verdict.lines.flatMap(({ id, state, failures }) =>
    state === 'refused' ? (failures ?? []).map(({ code }) => `${id}: ${code}`) : [],
  );

/** Every refusal of a file, as `line: code`. A file without one must not be accepted for another reason. */
export const refusals = async (
  pdf: Uint8Array | Promise<Uint8Array>,
  options: Parameters<typeof verify>[1] = {},
): Promise<readonly string[]> => {
  const verdict = await verify(await pdf, options);
  if (verdict.accepted || verdict.record) return ['ACCEPTED'];
  return refusalsOf(verdict);
};

export const lineOf = (verdict: Verdict, id: VerdictLine['id']): VerdictLine | undefined =>
  verdict.lines.find((line) => line.id === id);
