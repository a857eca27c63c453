import { failure, type Failure } from '../../base/result';

/** The fewest characters of a passphrase. Whoever has the disk can try as many as they like. */
export const leastCharacters = 12;

/** What is wrong with a new passphrase that was entered twice: at most one thing for each box. */
export const newFaults = (passphrase: string, again: string): readonly Failure[] => {
  const characters = Array.from(passphrase.normalize('NFC'));
  if (characters.length < leastCharacters) return [failure('lock.short', 'next', { least: leastCharacters })];
  if (new Set(characters).size < 4) return [failure('lock.even', 'next')];
  return passphrase.normalize('NFC') === again.normalize('NFC') ? [] : [failure('lock.unlike', 'again')];
};
