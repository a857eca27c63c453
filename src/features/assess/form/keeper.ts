import type { Key } from '../../../policy/answer';
import type { Raw } from './raw';

/** Keeps what is being typed, a moment after the last key. */
export interface Keeper {
  readonly soon: (key: Key, raw: Raw) => void;
  /** At once, as when the page is hidden or left. */
  readonly now: () => void;
  /** Not at all: what was typed has become an entry. */
  readonly drop: (key?: Key) => void;
}

/** Typing is kept this long after the last key, in milliseconds. */
const delay = 300;

/** `typing` is told at each key, `keep` when there has been none for a moment. */
export const createKeeper = (keep: (key: Key, raw: Raw) => Promise<void>, typing: () => void): Keeper => {
  const waiting = new Map<Key, { readonly timer: ReturnType<typeof setTimeout>; readonly raw: Raw }>();
  const drop = (key?: Key): void => {
    for (const one of key === undefined ? [...waiting.keys()] : [key]) {
      clearTimeout(waiting.get(one)?.timer);
      waiting.delete(one);
    }
  };
  return {
    soon: (key, raw) => {
      drop(key);
      typing();
      const timer = setTimeout(() => {
        waiting.delete(key);
        void keep(key, raw);
      }, delay);
      waiting.set(key, { timer, raw });
    },
    now: () => {
      const held = [...waiting.entries()];
      drop();
      for (const [key, { raw }] of held) void keep(key, raw);
    },
    drop,
  };
};
