/** What is said of the copy that this browser keeps of a signed document, or cannot keep. */
export const notKept =
  'This browser has no room for a copy. Check that the file is in your downloads before you leave this page, and keep it somewhere safe.';

export const ownCopy = (kept: boolean): string =>
  kept ? 'Keep your own copy. The app keeps one in this browser too.' : 'Keep your own copy. It is the only one.';
