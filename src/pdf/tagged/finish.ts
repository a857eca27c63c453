import { binary } from './tokens';

/** Repairs and readings of a finished file, by the offsets in its cross-reference table, never by a search. */

/** The offset at which each object begins, by its number. The file is one that jsPDF has just written. */
export const objectOffsets = (bytes: Uint8Array): ((id: number) => number) => {
  const [, tableAt] = /\nstartxref\n(\d+)\n%%EOF$/.exec(binary(bytes.subarray(-40))) ?? [];
  const head = /^xref\n0 (\d+)\n/.exec(binary(bytes.subarray(Number(tableAt), Number(tableAt) + 24)));
  if (tableAt === undefined || !head) throw new Error('jsPDF wrote no cross-reference table');
  const first = Number(tableAt) + head[0].length;
  return (id) => {
    const entry = binary(bytes.subarray(first + 20 * id, first + 20 * id + 10));
    if (id < 1 || id >= Number(head[1]) || !/^\d{10}$/.test(entry)) throw new Error(`no object ${id}`);
    return Number(entry);
  };
};

const wrong = '/Ordering (Identity-H)';
const right = '/Ordering (Identity)  ';

/**
 * jsPDF names the encoding where a character collection belongs, and poppler does not know it. Puts it right, in the same
 * length, in this one object: the words may also stand in an attachment, or in an officer's note.
 */
export const repairOrdering = (bytes: Uint8Array, objectAt: number): void => {
  const end = binary(bytes.subarray(objectAt, objectAt + 65536)).indexOf('endobj');
  const at = binary(bytes.subarray(objectAt, objectAt + Math.max(0, end))).lastIndexOf(wrong);
  if (at < 0) throw new Error('jsPDF wrote no /Ordering where it used to');
  for (let index = 0; index < right.length; index++) bytes[objectAt + at + index] = right.charCodeAt(index);
};
