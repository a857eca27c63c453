import type { Sentences } from './failures';

/** What is wrong with a file that is added as evidence. */
export const fileSentences: Sentences = {
  'file.type': ({ name, types }) =>
    `${name} is not of a kind that can be enclosed. Choose a file of one of these kinds: ${types}`,
  'file.empty': ({ name }) => `${name} is empty. Choose another file`,
  'file.too-large': ({ name, most }) => `${name} is larger than ${most}. Choose a smaller file`,
  'file.no-room': ({ name, left, all }) =>
    `${name} does not fit. All files of an assessment may come to ${all} together, and ${left} is left. Choose a smaller file, or remove one that you have added`,
};
