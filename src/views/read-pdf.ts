import { fail, type Result, succeed } from '../base/result';

const megabyte = 1_000_000;

/** As large as a signed document may be, in bytes. */
const sizeLimit = 100 * megabyte;

/** A file that is gone, or that nobody may read. */
export const unreadable = (error: unknown) =>
  fail('verify.unreadable', 'pdf', { reason: error instanceof Error ? error.message : '' });

/** The bytes of a chosen file, read now; one that is too large to be a signed document is not read at all. */
export const readPdf = async (
  file: File,
): Promise<Result<Uint8Array<ArrayBuffer>, 'verify.too-large' | 'verify.unreadable'>> => {
  if (file.size > sizeLimit) return fail('verify.too-large', 'pdf', { most: sizeLimit / megabyte });
  try {
    return succeed(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    return unreadable(error);
  }
};
