import { zlibSync } from 'fflate';
import { remembered } from '../../base/remembered';
import type { IsoTime } from '../../base/calendar';
import { type Objects, ref } from './objects';
import { asciiString, mediaTypeName, pdfDate, textString } from './tokens';

/** A file inside the PDF. */
export interface Attachment {
  readonly name: string;
  /** Media type, such as `application/json`. */
  readonly type: string;
  readonly description: string;
  /** What it is to the pages: the data behind them, what they were made from, or more to read (ISO 19005-3, annex E). */
  readonly relationship: 'Data' | 'Source' | 'Supplement';
  readonly bytes: Uint8Array;
}

/** An attachment as written: its name, as the name tree holds it, and the number of its file specification. */
interface Written {
  readonly key: string;
  readonly id: number;
}

const nameString = (name: string): string => (/^[ -~]+$/.test(name) ? asciiString(name) : textString(name));

/** An attachment's bytes in zlib data, made once for an array: many records enclose the same policy. */
const deflate = remembered((bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 9 }));

/**
 * Every attachment is Flate-encoded. An enclosed PDF must be: raw, the file would hold two `%%EOF` and two objects of each
 * number, and cut or damaged in the right place it shows the enclosed pages alone. So might a text that imitates one.
 * The names stand in the order that a name tree asks for, by the bytes of their keys. A name of plain letters is written
 * in one byte each: poppler's `pdfdetach -savefile` finds no other.
 */
export const writeAttachments = (
  objects: Objects,
  attachments: readonly Attachment[],
  createdAt: IsoTime,
): readonly Written[] =>
  attachments
    .map((attachment) => ({ ...attachment, key: nameString(attachment.name) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name, key, type, description, relationship, bytes }) => {
      const about = `/Params << /ModDate (${pdfDate(createdAt)}) /Size ${bytes.length} >>`;
      const entries = `/Type /EmbeddedFile /Subtype ${mediaTypeName(type)} ${about} /Filter /FlateDecode`;
      const file = ref(objects.stream(entries, deflate(bytes)));
      const plain = asciiString(name.replace(/[^ -~]/g, '_')); // for readers that know /F alone
      const id = objects.add(
        `<< /Type /Filespec /F ${plain} /UF ${key} /Desc ${textString(description)} ` +
          `/AFRelationship /${relationship} /EF << /F ${file} /UF ${file} >> >>`,
      );
      return { key, id };
    });

/** The entries of the catalog that make them associated files of the document and let readers list them. */
export const attachmentEntries = (written: readonly Written[]): readonly string[] =>
  written.length === 0
    ? []
    : [
        `/AF [${written.map(({ id }) => ref(id)).join(' ')}]`,
        `/Names << /EmbeddedFiles << /Names [${written.map(({ key, id }) => `${key} ${ref(id)}`).join(' ')}] >> >>`,
      ];
