import type { IsoDate } from '../base/calendar';

/** The name of a record's file, short: the reference, the revision after the first, and the day. */
export const fileNameOf = (reference: string, revision: number, day: IsoDate, kind: 'record' | 'practice'): string =>
  `${kind === 'practice' ? 'PRACTICE-' : ''}${reference}${revision === 1 ? '' : `-r${revision}`}-${day}.pdf`;
