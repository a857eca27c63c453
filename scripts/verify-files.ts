// Which files a command means: those that it names, and the PDFs in the folders that it names.
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Found {
  readonly files: readonly string[];
  /** How many files of the folders are no PDFs. */
  readonly passedOver: number;
}

const beginsAsPdf = (path: string): boolean => {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4);
    return readSync(file, head, 0, 4, 0) === 4 && head.toString('latin1') === '%PDF';
  } finally {
    closeSync(file);
  }
};

const isPdf = (path: string): boolean => /\.pdf$/i.test(path) || beginsAsPdf(path);

/** The files of a folder and of its subfolders, by name. Links to folders are not followed: they may lead in a circle. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      const file = entry.isFile() || (entry.isSymbolicLink() && existsSync(path) && statSync(path).isFile());
      return file ? [path] : [];
    });

/** A file that is named is checked whatever it is; in folders, what neither ends in .pdf nor begins with %PDF is passed over. */
export const findFiles = (paths: readonly string[]): Found => {
  const files: string[] = [];
  let passedOver = 0;
  for (const path of paths) {
    const inside = statSync(path).isDirectory() ? filesIn(path) : undefined;
    const pdfs = inside?.filter(isPdf) ?? [path];
    files.push(...pdfs);
    passedOver += (inside?.length ?? 1) - pdfs.length;
  }
  return { files: [...new Set(files)], passedOver };
};
