import { failure, type Failure } from '../../base/result';
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
export const sizeLimit = 100 * megabyte;

/** The texts of the files with certificates, or what is wrong with one. */
export const readTrust = async (
  files: readonly File[],
): Promise<
  | { readonly pems: readonly string[] }
  | { readonly faults: readonly { readonly field: 'trust'; readonly text: string }[] }
> => {
  const { readTrustList } = await import('../../signing/trust');
  const pems = await Promise.all(files.map((file) => file.text()));
  const faults = pems.flatMap((pem, index) => {
    const list = readTrustList(pem, '');
    const [first]: readonly (Failure | undefined)[] = list.ok ? [] : list.failures;
    return first ? [{ field: 'trust' as const, text: `${files[index]?.name}: ${refusalSentence(first)}` }] : [];
  });
  return faults.length > 0 ? { faults } : { pems };
};

/** Reads the chosen files. A certificate file that holds none is a fault: the person meant to trust somebody. */
export const readChosen = async ({ pdf, trust }: Chosen): Promise<Read> => {
  if (!pdf) return { faults: [{ field: 'pdf', text: verifyStrings.noFile }] };
  if (pdf.size > sizeLimit)
    return {
      faults: [
        { field: 'pdf', text: refusalSentence(failure('verify.too-large', '', { most: sizeLimit / megabyte })) },
      ],
    };
  try {
    const read = await readTrust(trust);
    if ('faults' in read) return read;
    return { name: pdf.name, pdf: new Uint8Array(await pdf.arrayBuffer()), trust: read.pems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return { faults: [{ field: 'pdf', text: refusalSentence(failure('verify.unreadable', '', { reason })) }] };
  }
};
