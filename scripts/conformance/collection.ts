import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** PDFs that are judged under the same trust. */
export interface Collection {
  readonly name: string;
  readonly pdfs: readonly string[];
  /** Certificates in PEM, one in each file: of signers, or of the authorities that issued theirs. */
  readonly trust: readonly string[];
  /** What the authorities have revoked, in DER. */
  readonly crls: readonly string[];
  /** Copies that nobody signed: who judges signatures is not asked about them. */
  readonly unsigned?: true;
  /** Those whose pages are judged too; all, unless told. */
  readonly pages?: ReadonlySet<string>;
  /** The text that a PDF must read as, in a file of its own, by the PDF's path. */
  readonly golden?: ReadonlyMap<string, string>;
}

/** The PDFs of a folder, with the certificates (.pem) and revocation lists (.crl) beside them, and those given. */
export const collectionIn = (name: string, folder: string, trust: readonly string[] = []): Collection => {
  const ending = (end: string): readonly string[] =>
    readdirSync(folder)
      .filter((file) => file.endsWith(end))
      .toSorted()
      .map((file) => join(folder, file));
  return { name, pdfs: ending('.pdf'), trust: [...ending('.pem'), ...trust], crls: ending('.crl') };
};

/** The files of which the pages are judged. */
export const pagesIn = ({ pdfs, pages }: Collection): readonly string[] =>
  pdfs.filter((pdf) => pages?.has(pdf) ?? true);

/** The PAdES level that the one signature of a file claims, by the room that it has. */
export const levelOf = (pdf: string): 'PAdES-BASELINE-B' | 'PAdES-BASELINE-T' => {
  const [, digits = ''] =
    /\/SubFilter \/ETSI\.CAdES\.detached \/ByteRange \[[\d ]+\] \/Contents <([0-9a-f]*)>/.exec(
      readFileSync(pdf, 'latin1'),
    ) ?? [];
  return digits.length > 2 * 8192 ? 'PAdES-BASELINE-T' : 'PAdES-BASELINE-B';
};
