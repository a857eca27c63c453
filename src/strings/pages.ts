/** The sentences around the original pages of a document. */
export const pagesStrings = {
  title: 'The original pages',
  /** Where the text of the pages is, on the desk and on the page of a document. */
  leads: {
    check: 'Drawn from the signed PDF. “Read it as a web page” has their text, word for word.',
    original: 'Drawn from the original. Check the original, and you can read their text, word for word.',
    read: 'Drawn from the signed PDF. This page has their text, word for word.',
  },
  show: 'Show the original pages',
  /** Where they are below what is read, and not beside it. */
  goTo: 'Go to the original pages',
  opening: 'Opening the pages…',
  failed:
    'The pages could not be drawn in this browser. What was found of the file still holds: open it in another program to see them.',
  previous: 'Previous',
  next: 'Next',
  /** After those two, for those who hear them by themselves. */
  ofPages: ' page',
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  /** The name of a drawn page. */
  drawing: (page: number, of: number) => `Page ${page} of ${of}, as it is printed. The reading view has its text.`,
  pageFailed: (page: number) => `Page ${page} could not be drawn. The reading view has its text.`,
  scroll: 'Pages of the signed PDF',
  zoom: 'Zoom',
  zooms: { fit: 'Fit width', actual: '100%', large: '150%' },
  section: 'Go to a section',
  sectionAt: (title: string, page: number) => `${title} (page ${page})`,
  /** Beside a heading, where it stands on the pages. */
  at: (page: number) => `Page ${page}`,
  atHidden: (title: string) => ` of the original: ${title}`,
} as const;
