import type { DocumentInitParameters, PDFDocumentLoadingTask } from 'pdfjs-dist/types/src/display/api';

/** What pdf.js is told about how it may draw. */
type Drawing = Pick<DocumentInitParameters, 'ownerDocument' | 'disableFontFace' | 'useWasm'>;

/**
 * pdf.js at work on a file, in the thread that calls it: with its reader at hand it starts none of its own, so whoever
 * ends this thread ends all of it. It asks no network and no font of the system. pdf.js is fetched for those files that it
 * is asked for, and for nothing else.
 */
export const reading = async (pdf: Uint8Array, drawing: Drawing = {}): Promise<PDFDocumentLoadingTask> => {
  const [{ getDocument, VerbosityLevel }, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return getDocument({
    data: new Uint8Array(pdf),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    ...drawing,
  });
};
