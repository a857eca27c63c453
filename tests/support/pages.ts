import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The pages of a PDF, as another reader counts and measures them, in points. */
export const sizesOf = async (
  pdf: Uint8Array,
): Promise<readonly { readonly width: number; readonly height: number }[]> => {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const opened = await task.promise;
  const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1)));
  const sizes = pages.map((page) => page.getViewport({ scale: 1 })).map(({ width, height }) => ({ width, height }));
  await task.destroy();
  return sizes;
};
