import type { Failure } from '../../base/result';
import { verifyStrings } from '../../strings/verify';
import { refusalSentence } from '../../strings/verdict';
import { readPdf, unreadable } from '../../views/read-pdf';

/** What a person chose: a PDF and the certificates that they trust. */
export interface Chosen {
  readonly pdf: File | undefined;
  readonly trust: readonly File[];
}

/** A choice read from the disk, or what is wrong with it, by the field that it was made in. */
export type Read =
  | { readonly name: string; readonly pdf: Uint8Array<ArrayBuffer>; readonly trust: readonly string[] }
  | { readonly faults: readonly { readonly field: 'pdf' | 'trust'; readonly text: string }[] };

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

/** Reads the chosen files. A certificate file that holds none is a fault: the person meant to trust somebody. */
export const readChosen = async ({ pdf, trust }: Chosen): Promise<Read> => {
  if (!pdf) return { faults: [{ field: 'pdf', text: verifyStrings.noFile }] };
  const bytes = await readPdf(pdf);
  if (!bytes.ok) return { faults: bytes.failures.map((one) => ({ field: 'pdf', text: refusalSentence(one) })) };
  const list = await readTrust(trust);
  return 'faults' in list ? list : { name: pdf.name, pdf: bytes.value, trust: list.pems };
};
