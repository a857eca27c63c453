import { canonicalText } from './text';

/** How long the name of an enclosed file may be. */
const most = 120;

/** A name and its ending, which stays when the name is shortened. */
const shortened = (name: string, room: number): string => {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  return name.length <= room ? name : `${name.slice(0, room - ending.length).replace(/[ .]+$/, '')}${ending}`;
};

/**
 * The name of a file from outside as a record can hold it: 1 to 120 letters of ASCII, digits, spaces and `._()-`, with a
 * letter or a digit first and no dot or space last. What a system or a reader could take for something else (folders,
 * control characters, letters that turn the direction of reading) becomes `_`.
 */
export const plainFileName = (name: string): string => {
  const plain = canonicalText(name, false)
    .replace(/[^A-Za-z0-9 ._()-]/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '')
    .replace(/[ .]+$/, '');
  return shortened(plain, most).replace(/[ .]+$/, '') || 'file';
};

/** The name under which evidence is enclosed: numbered, so that no two are the same and none is a reserved one (`CON`). */
export const enclosedName = (number: number, name: string): string =>
  plainFileName(shortened(`evidence-${number}-${plainFileName(name)}`, most));
