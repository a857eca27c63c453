import type { IsoDate } from '../base/calendar';
import type { RecordPayload } from './payload';
import type { SequelKind } from './sequel-payload';

/** The name of a record's file, short: the reference, the revision after the first, and the day. */
export const fileNameOf = (reference: string, revision: number, day: IsoDate, kind: 'record' | 'practice'): string =>
  `${kind === 'practice' ? 'PRACTICE-' : ''}${reference}${revision === 1 ? '' : `-r${revision}`}-${day}.pdf`;

/** The name of a public extract's file: COPY, then the reference and the day of the record. */
export const extractNameOf = (
  { reference, kind, time }: Pick<RecordPayload, 'reference' | 'kind' | 'time'>,
  form: 'pdf' | 'csv',
): string => `COPY-${kind === 'practice' ? 'PRACTICE-' : ''}${reference}-${time.signedAt.slice(0, 10)}.${form}`;

/** The name of the file of what comes after a record: the reference, what it is, and the day. */
export const fileNameAfter = (reference: string, kind: SequelKind, day: IsoDate): string =>
  `${reference}-${kind}-${day}.pdf`;

/** The name of a policy or settings that an assessment stood on before, numbered from 1. */
export const earlierName = (kind: 'policy' | 'settings', number: number): string => `${kind}-${number}.json`;
