import type { Bytes, Forgery } from './forgery';

/** A forgery in short: its name, the code or codes that refuse it (none: ''), and how it is made. */
export type Line = readonly [string, string | readonly string[], () => Bytes | Promise<Bytes>];

/** Forgeries from lines; `more` holds for all of them. */
export const forgeries = (lines: readonly Line[], more: Partial<Forgery> = {}): readonly Forgery[] =>
  lines.map(([name, codes, make]) => ({
    name,
    expects: (typeof codes === 'string' ? [codes] : codes).filter((code) => code !== ''),
    make,
    ...more,
  }));
