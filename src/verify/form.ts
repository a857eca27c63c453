import { equalBytes } from '../base/bytes';
import { fail, type Result } from '../base/result';
import { copiedRecord } from '../pdf/tagged/xmp';
import { openObjects, type ObjectsCode, type PdfObjects } from './reader/objects';
import { standsAt } from './reader/value';

export type FormCode = ObjectsCode | 'verify.too-large' | 'verify.not-pdf' | 'verify.header' | 'verify.tail';

/** The most that a record may weigh, with all that it encloses, in bytes. */
export const sizeLimit = 100_000_000;

/** `%PDF-1.7`, then a comment of bytes above 127, which jsPDF writes. */
const header = new Uint8Array([...Array.from('%PDF-1.7\n%', (sign) => sign.charCodeAt(0)), 0xba, 0xdf, 0xac, 0xe0, 10]);

/** The record that an opened file says it is a copy of. A copy has no signature, and nothing in it can be proven. */
export const copiedFrom = (objects: PdfObjects): string | undefined => {
  const metadata = objects.stream(objects.catalog.entries.get('Metadata'));
  return metadata && copiedRecord(metadata.data);
};

/**
 * Rule 1, and the beginning of rule 2: a file of a record's size that begins and ends as ours do, with one
 * cross-reference table. Anything before or after the PDF is refused here, and so is a second revision.
 */
export const openFile = (bytes: Uint8Array): Result<PdfObjects, FormCode> => {
  if (bytes.length > sizeLimit) return fail('verify.too-large', 'pdf', { most: sizeLimit / 1_000_000 });
  if (!standsAt(bytes, 0, '%PDF')) return fail('verify.not-pdf', 'pdf');
  if (!equalBytes(bytes.subarray(0, header.length), header)) return fail('verify.header', 'pdf');
  if (!standsAt(bytes, bytes.length - 5, '%%EOF')) return fail('verify.tail', 'pdf');
  return openObjects(bytes);
};
