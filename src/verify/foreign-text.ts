/** So many pages are read, the first ones, and so much of each: the foot of three pages tells whose copy it is. */
const most = { pages: 3, signs: 100_000 };

/**
 * The texts of the first pages of a PDF by any program, as pdf.js reads them; none where it cannot. pdf.js is fetched for
 * files that are not of our form, and for nothing else: nothing that it says is believed of a record.
 */
export const foreignText = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const [{ getDocument, VerbosityLevel }, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // With its reader at hand, pdf.js starts no thread of its own: this one is ended when it takes too long.
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  try {
    const opened = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(opened.numPages, most.pages); number++) {
      const { items } = await (await opened.getPage(number)).getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      pages.push(text.slice(0, most.signs));
    }
    return pages;
  } catch {
    return []; // not a PDF that pdf.js opens, whatever it throws
  } finally {
    await task.destroy().catch(() => undefined);
  }
};
