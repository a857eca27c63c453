import { fail, type Failure, type Result, succeed } from '../../base/result';
import { verifyStrings } from '../../strings/verify';
import { refusalSentence } from '../../strings/verdict';

/** What a person chose: a PDF and the certificates that they trust. */
export interface Chosen {
  readonly pdf: File | undefined;
  readonly trust: readonly File[];
}

/** A choice read from the disk, or what is wrong with it, by the field that it was made in. */
export type Read =
  | { readonly name: string; readonly pdf: Uint8Array<ArrayBuffer>; readonly trust: readonly string[] }
  | { readonly faults: readonly { readonly field: 'pdf' | 'trust'; readonly text: string }[] };

const megabyte = 1_000_000;

/** As large as a record may be, in bytes; larger files are not read at all. */
const sizeLimit = 100 * megabyte;

/** A file that is gone, or that nobody may read. */
const unreadable = (error: unknown) =>
  fail('verify.unreadable', 'pdf', { reason: error instanceof Error ? error.message : '' });

/** The texts of the files with certificates, or what is wrong with one. */
export const readTrust = async (
  files: readonly File[],
): Promise<
  | { readonly pems: readonly string[] }
  | { readonly faults: readonly { readonly field: 'trust'; readonly text: string }[] }
> => {
  const { readTrustList } = await import('../../signing/trust');
  const lists = await Promise.all(
    files.map(async (file) => {
      const pem = await file.text().catch((error: unknown) => unreadable(error));
      if (typeof pem !== 'string') return { file, pem: '', list: pem };
      return { file, pem, list: readTrustList(pem, '') };
    }),
  );
  const faults = lists.flatMap(({ file, list }) => {
    const [first]: readonly (Failure | undefined)[] = list.ok ? [] : list.failures;
    return first ? [{ field: 'trust' as const, text: `${file.name}: ${refusalSentence(first)}` }] : [];
  });
  return faults.length > 0 ? { faults } : { pems: lists.map(({ pem }) => pem) };
};

/** The bytes of a file, read now; one that is too large to be a record is not read at all. */
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

/** Reads the chosen files. A certificate file that holds none is a fault: the person meant to trust somebody. */
export const readChosen = async ({ pdf, trust }: Chosen): Promise<Read> => {
  if (!pdf) return { faults: [{ field: 'pdf', text: verifyStrings.noFile }] };
  const bytes = await readPdf(pdf);
  if (!bytes.ok) return { faults: bytes.failures.map((one) => ({ field: 'pdf', text: refusalSentence(one) })) };
  const list = await readTrust(trust);
  return 'faults' in list ? list : { name: pdf.name, pdf: bytes.value, trust: list.pems };
};
