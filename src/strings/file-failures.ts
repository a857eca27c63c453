import type { Sentences } from './failures';

/** Kinds of file by the end of their media type. */
const kinds: readonly (readonly [string, string])[] = [
  ['pdf', 'PDF'],
  ['jpeg', 'JPEG'],
  ['png', 'PNG'],
  ['tiff', 'TIFF'],
  ['plain', 'plain text'],
  ['csv', 'CSV'],
  ['rfc822', 'email (.eml)'],
  ['wordprocessingml.document', 'Word (.docx)'],
  ['spreadsheetml.sheet', 'Excel (.xlsx)'],
  ['presentationml.presentation', 'PowerPoint (.pptx)'],
  ['opendocument.text', 'OpenDocument text (.odt)'],
  ['opendocument.spreadsheet', 'OpenDocument spreadsheet (.ods)'],
  ['opendocument.presentation', 'OpenDocument presentation (.odp)'],
];
const kindOf = (type: string): string => kinds.find(([end]) => type.endsWith(end))?.[1] ?? type;

/** What is wrong with a file that is added as evidence. */
export const fileSentences: Sentences = {
  'file.type': ({ name, types }) =>
    `${name} is not of a kind that can be enclosed. Choose a file of one of these kinds: ${String(types).split(', ').map(kindOf).join(', ')}`,
  'file.empty': ({ name }) => `${name} is empty. Choose another file`,
  'file.too-large': ({ name, most }) => `${name} is larger than ${most}. Choose a smaller file`,
  'file.no-room': ({ name, left, all }) =>
    `${name} does not fit. All files of an assessment may come to ${all} together, and ${left} is left. Choose a smaller file, or remove one that you have added`,
};
