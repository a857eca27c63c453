import { partsOfKey } from '../answer';
import type { AnswerSpace } from './answering';
import type { Diagram } from './diagram';
import type { Space } from './space';

/** A row that may be there, and where it is. */
export interface Row {
  readonly id: string;
  readonly there: Diagram;
}

/** A field as far as it counts: read as not answered where it is not asked. */
export interface Counted extends AnswerSpace {
  readonly asked: Diagram;
}

/** What a walk has come to: the fields asked so far, and the outcome once there is one. */
export interface Moment {
  readonly name: string;
  readonly outcome: Diagram;
}

/** The name of the guess that a date is given as a month. */
export const givenAsMonth = (key: string): string => `${key} is a month`;

/** The row that stands for each of those that officers add. */
export const anyRow = '*';

/** Where a field is asked, in any row where it is repeated. */
export const isAskedIn = (
  space: Space,
  { counted }: { readonly counted: ReadonlyMap<string, Counted> },
): ((field: string) => Diagram) => {
  const asked = new Map<string, readonly Diagram[]>();
  for (const [key, one] of counted) {
    const { field } = partsOfKey(key);
    asked.set(field, [...(asked.get(field) ?? []), one.asked]);
  }
  return (field) => space.or(...(asked.get(field) ?? []));
};
