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

/** As large as a record may be; larger files are not read at all. */
const most = 100 * megabyte;

/** Reads the chosen files. A certificate file that holds none is a fault: the person meant to trust somebody. */
export const readChosen = async ({ pdf, trust }: Chosen): Promise<Read> => {
  if (!pdf) return { faults: [{ field: 'pdf', text: verifyStrings.noFile }] };
  if (pdf.size > most)
    return {
      faults: [{ field: 'pdf', text: refusalSentence(failure('verify.too-large', '', { most: most / megabyte })) }],
    };
  const { readTrustList } = await import('../../signing/trust');
  try {
    const pems = await Promise.all(trust.map((file) => file.text()));
    const faults = pems.flatMap((pem, index) => {
      const list = readTrustList(pem, '');
      const [first]: readonly (Failure | undefined)[] = list.ok ? [] : list.failures;
      return first ? [{ field: 'trust' as const, text: `${trust[index]?.name}: ${refusalSentence(first)}` }] : [];
    });
    if (faults.length > 0) return { faults };
    return { name: pdf.name, pdf: new Uint8Array(await pdf.arrayBuffer()), trust: pems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return { faults: [{ field: 'pdf', text: refusalSentence(failure('verify.unreadable', '', { reason })) }] };
  }
};
