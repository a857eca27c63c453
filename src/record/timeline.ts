import type { IsoTime } from '../base/calendar';
import { type Entry, type FieldEntry, isNote } from '../assessment/log';
import type { RecordPayload } from './payload';

/** Something that happened on the way to a record, in the log's order; the signing comes last. */
export type Moment =
  | { readonly kind: 'signed'; readonly at: IsoTime }
  | {
      readonly kind: 'started' | 'outcome-shown' | 'policy-changed';
      readonly at: IsoTime;
      readonly entry: Exclude<Entry, FieldEntry>;
    }
  | {
      /** `first`: nothing was said there before; `changed`: it takes the place of `before`; `cleared`: it takes `before` away. */
      readonly kind: 'first' | 'changed' | 'cleared';
      readonly at: IsoTime;
      readonly entry: FieldEntry;
      readonly before: FieldEntry | undefined;
      /** Whether a recommendation had been shown by then. */
      readonly afterOutcome: boolean;
    };

const hasWords = (entry: FieldEntry | undefined): boolean => entry !== undefined && 'value' in entry;

/** Every answer, change, note and showing of an outcome that a record holds, each change with what stood there before. */
export const timelineOf = ({ log, time }: Pick<RecordPayload, 'log' | 'time'>): readonly Moment[] => {
  const last = new Map<string, FieldEntry>();
  let afterOutcome = false;
  const moments = log.map((entry): Moment => {
    const { at } = entry;
    if (!('field' in entry)) {
      afterOutcome ||= entry.kind === 'outcome-shown';
      return { kind: entry.kind, at, entry };
    }
    const place = `${isNote(entry) ? 'note ' : ''}${entry.field}`;
    const before = last.get(place);
    last.set(place, entry);
    const kind = !hasWords(entry) ? 'cleared' : hasWords(before) ? 'changed' : 'first';
    return { kind, at, entry, before, afterOutcome };
  });
  return [...moments, { kind: 'signed', at: time.signedAt }];
};
