import type { IsoDate } from '../base/calendar';
import type { SequelKind } from './sequel-payload';

/** The name of a record's file, short: the reference, the revision after the first, and the day. */
export const fileNameOf = (reference: string, revision: number, day: IsoDate, kind: 'record' | 'practice'): string =>
  `${kind === 'practice' ? 'PRACTICE-' : ''}${reference}${revision === 1 ? '' : `-r${revision}`}-${day}.pdf`;

/** The name of the file of what comes after a record: the reference, what it is, and the day. */
export const fileNameAfter = (reference: string, kind: SequelKind, day: IsoDate): string =>
  `${reference}-${kind}-${day}.pdf`;
