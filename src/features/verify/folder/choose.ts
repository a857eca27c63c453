import type { Named } from './check-all';

/** What of a folder is checked, and how much of it is no PDF. */
export interface Chosen {
  readonly files: readonly Named[];
  readonly passedOver: number;
}

const beginsAsPdf = async (file: File): Promise<boolean> => {
  try {
    return (await file.slice(0, 4).text()) === '%PDF';
  } catch {
    return true; // it cannot be read, and checking it will say so
  }
};

/** Those of a folder's files that end in .pdf or begin as PDFs do, by name. */
export const pdfsOf = async (found: readonly Named[]): Promise<Chosen> => {
  const files: Named[] = [];
  for (const one of found) if (/\.pdf$/i.test(one.name) || (await beginsAsPdf(one.file))) files.push(one);
  const inOrder = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { files: inOrder, passedOver: found.length - files.length };
};

/** Files from a picker; those of a folder say where in it they lie. */
export const pickedFiles = (files: Iterable<File>): readonly Named[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((found, failed) => entry.file(found, failed));

/** A folder is read in parts, until a part is empty. */
const partOf = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((found, failed) => reader.readEntries(found, failed));

const walk = async (entry: FileSystemEntry): Promise<readonly Named[]> => {
  if (entry.isFile)
    return [{ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: Named[] = [];
  for (let part = await partOf(reader); part.length > 0; part = await partOf(reader))
    for (const inner of part) all.push(...(await walk(inner)));
  return all;
};

/** All files of what was dropped, folders searched through. The entries must be taken before the event is over. */
export const droppedFiles = async (data: DataTransfer): Promise<readonly Named[]> => {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = pickedFiles(data.files);
  const found: Named[] = [];
  for (const entry of entries) found.push(...(await walk(entry)));
  return entries.length > 0 ? found : plain;
};
