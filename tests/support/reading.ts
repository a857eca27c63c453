/** The structure types whose text is read as one piece. */
const leaves = ['H1', 'H2', 'H3', 'P', 'LBody', 'TH', 'TD'];

const isLeaf = (type: string): boolean => leaves.includes(type);

/**
 * What `pdfinfo -struct-text` reads, a piece for each heading, paragraph, list item and cell, in their order. The signs
 * before list items, and what a figure shows, are left out: programs other than poppler draw or say them their own way. So is a table of contents
 * with its heading, which only paper has.
 */
export const piecesOfPdf = (structText: string): readonly string[] => {
  const pieces: { readonly type: string; text: string }[] = [];
  for (const line of structText.split('\n')) {
    const [, said] = /^\s*"(.*)"\s*$/.exec(line) ?? [];
    const last = pieces.at(-1);
    if (said !== undefined && last) last.text += said;
    const [, type] = /^\s*([A-Z][A-Za-z0-9]*)\b/.exec(line) ?? [];
    if (said === undefined && type !== undefined) pieces.push({ type, text: '' });
  }
  return pieces
    .filter(({ type, text }, index) => isLeaf(type) && text !== '' && pieces[index + 1]?.type !== 'TOC')
    .map(({ text }) => text);
};
