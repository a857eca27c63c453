import { utf8 } from '../base/bytes';
import { csvFile } from '../base/csv';
import { sha256Hex } from '../base/hash';
import { fail, type Result, succeed } from '../base/result';
import type { ProvenRecord } from '../record/chain';
import type { PrintCode } from './check';
import { sheetOf } from './compose';
import type { DocumentModel } from './document';
import { printCopy } from './print-document';
import { one, pairs, said, type Sheet } from './renderer/context';
import { extractWords as words } from './renderer/extract-words';
import { registerWords } from './renderer/register';
import { words as recordWords } from './renderer/words';
import type { Resources } from './tagged/tagged-pdf';

/** What a council may publish of a record: a PDF that nobody signs, and a row for a spreadsheet under its headings. */
export interface PublicExtract {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly csv: Uint8Array<ArrayBuffer>;
}

/** The register fields that the policy makes public, each with its value in words, or none. */
const publicFields = (sheet: Sheet): readonly { readonly label: string; readonly value: string | undefined }[] =>
  sheet.assessment.model.policy.register.fields
    .filter((field) => field.public)
    .map((field) => {
      const filled = sheet.payload.result.register.find(({ id }) => id === field.id);
      return { label: said(sheet, field.label), value: filled && registerWords(sheet, filled.id, filled.value) };
    });

const markOf = ({ payload }: Sheet): string => words.mark(payload.kind === 'practice');

const councilOf = ({ assessment }: Sheet): string => one(assessment.model.settings.app.council);

/** All that an extract says: the public fields, and which record is the original. */
export const composeExtract = (sheet: Sheet): DocumentModel => {
  const { payload, record, assessment } = sheet;
  const mark = markOf(sheet);
  const filled = publicFields(sheet).flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
  return [
    { kind: 'heading', level: 1, text: words.title(mark, payload.reference) },
    ...(payload.kind === 'practice'
      ? [{ kind: 'paragraph', text: [{ text: words.practice, bold: true }] } as const]
      : []),
    ...(assessment.model.settings.example
      ? [{ kind: 'paragraph', text: recordWords.example, small: true } as const]
      : []),
    { kind: 'paragraph', text: words.lead(mark) },
    { kind: 'paragraph', text: words.original(councilOf(sheet)) },
    ...pairs([
      { label: words.reference, value: payload.reference },
      { label: words.id, value: record.id },
    ]),
    { kind: 'heading', level: 2, text: words.fields },
    ...(filled.length === 0 ? [{ kind: 'paragraph', text: words.none } as const] : pairs(filled)),
  ];
};

/** A row under its headings. Every public field of the policy has its column, so that rows of one policy fit together. */
const csvOf = (sheet: Sheet): Uint8Array<ArrayBuffer> => {
  const columns = [
    { label: words.csv.mark, value: markOf(sheet) },
    { label: words.reference, value: sheet.payload.reference },
    { label: words.id, value: sheet.record.id },
    { label: words.csv.original, value: words.original(councilOf(sheet)) },
    ...publicFields(sheet),
  ];
  return csvFile([columns.map(({ label }) => label), columns.map(({ value }) => value ?? '')]);
};

/**
 * Takes the public extract of a proven record. It holds the register fields that the policy marks public, the reference
 * and the record's id, and nothing else: not the signer's name, nor its title, nor a file inside. It bears the record's own
 * date, so that the same record gives the same bytes.
 */
export const makeExtract = (
  record: ProvenRecord,
  resources: Resources,
): Result<PublicExtract, PrintCode | 'render.not-started'> => {
  const sheet = sheetOf(record);
  if (!sheet) return fail('render.not-started', 'log');
  const { payload, language } = sheet;
  const [mark, council] = [markOf(sheet), councilOf(sheet)];
  const pdf = printCopy(
    composeExtract(sheet),
    {
      title: words.title(mark, payload.reference),
      author: council,
      subject: words.subject,
      language: language === 'en' ? 'en-GB' : language,
      createdAt: payload.time.signedAt,
      copyOf: record.id,
      fileId: sha256Hex(utf8(`extract ${record.id}`)).slice(0, 32),
      footer: {
        reference: payload.reference,
        recordId: record.id,
        page: recordWords.page,
        copy: [words.footer(mark, council), words.recordId(record.id)],
      },
      attachments: [],
    },
    resources,
  );
  return pdf.ok ? succeed({ pdf: pdf.value, csv: csvOf(sheet) }) : pdf;
};
