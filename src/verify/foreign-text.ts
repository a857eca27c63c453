import { reading } from './pdfjs';

/** So many pages are read, the first ones, and so much of each: the foot of three pages tells whose copy it is. */
const most = { pages: 3, signs: 100_000 };

/**
 * The texts of the first pages of a PDF by any program, as pdf.js reads them; none where it cannot. Only for files that are
 * not of our form: nothing that pdf.js says is believed of a record.
 */
export const foreignText = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const task = await reading(pdf);
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
