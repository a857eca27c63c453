import type { Key } from '../../../policy/answer';
import type { Raw } from './raw';

/** Keeps what is being typed, however long somebody types without a pause. */
export interface Keeper {
  readonly soon: (key: Key, raw: Raw) => void;
  /** At once, as when the page is hidden or left. */
  readonly now: () => void;
  /** Not at all: what was typed has become an entry. */
  readonly drop: (key?: Key) => void;
}

/**
 * A key is kept this long after it was pressed, in milliseconds: with the frame that the disk waits for it is there
 * within half a second. Nothing is said to be saved before there has been no key for as long.
 */
const delay = 300;

/** `keep` is given what was typed, and whether the page may be on its way out; `typing` is told when typing begins and ends. */
export const createKeeper = (
  keep: (key: Key, raw: Raw, atOnce: boolean) => Promise<void>,
  typing: (isTyping: boolean) => void,
): Keeper => {
  const waiting = new Map<Key, { readonly timer: ReturnType<typeof setTimeout>; readonly raw: Raw }>();
  /** What the disk has not answered for: of a page that goes, nobody knows whether it ever does. */
  const writing = new Map<Key, Raw>();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const write = (key: Key, atOnce: boolean): void => {
    const raw = waiting.get(key)?.raw ?? writing.get(key);
    drop(key);
    if (raw === undefined) return;
    writing.set(key, raw);
    void keep(key, raw, atOnce).finally(() => writing.get(key) === raw && writing.delete(key));
  };
  const drop = (key?: Key): void => {
    for (const one of key === undefined ? [...waiting.keys(), ...writing.keys()] : [key]) {
      clearTimeout(waiting.get(one)?.timer);
      waiting.delete(one);
      writing.delete(one);
    }
  };
  const rest = (): void => {
    clearTimeout(pause);
    typing(false);
  };
  return {
    soon: (key, raw) => {
      clearTimeout(pause);
      typing(true);
      pause = setTimeout(rest, delay + 1);
      waiting.set(key, { timer: waiting.get(key)?.timer ?? setTimeout(() => write(key, false), delay), raw });
    },
    now: () => {
      for (const key of new Set([...writing.keys(), ...waiting.keys()])) write(key, true);
      rest();
    },
    drop: (key) => {
      drop(key);
      if (waiting.size === 0) rest();
    },
  };
};
