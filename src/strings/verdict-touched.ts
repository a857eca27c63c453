import type { Failure } from '../base/result';
import type { LineId } from '../verify/verdict';

type Params = Failure['params'];
type Own = Extract<LineId, 'beginning' | 'copy'>;

/** A whole number with its thousands set apart. */
const count = (value: Params[string] | undefined): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const bytes = (value: Params[string] | undefined): string => `${count(value)} ${value === 1 ? 'byte' : 'bytes'}`;

const named = (reference: Params[string] | undefined): string => (reference === '' ? '' : `, reference ${reference}`);

export const touchedTitles: Readonly<Record<Own, string>> = {
  beginning: 'The original, inside this file',
  copy: 'The original of this copy',
};

/** Where the original is of a file that others have touched. */
export const touchedSentences: Readonly<Record<Own, (params: Params) => string>> = {
  beginning: ({ bytes: length, following, of, reference, name, signedAt }) =>
    `The first ${bytes(length)} are an intact ${of}${named(reference)}, signed by ${name} on ${signedAt}. ` +
    `${following === 1 ? '1 byte follows' : `${bytes(following)} follow`}, which nobody signed. Mail systems and archives add such things, and so does somebody who wants to hide a page. ` +
    'This file is refused as it stands. Use the original, and check that one: whether its signer is on your list was not looked at here.',
  copy: ({ id, reference }) =>
    `Another program made this file, for example by printing to PDF. The foot of its pages says that it is a copy of the document whose id begins ${id}${named(reference)}. ` +
    'Anybody can print that, so nothing on these pages can be relied on. Ask for the original file, and check that one.',
};
