import type { AnswerSpace } from './answer-space';
import type { Diagram } from './diagram';

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
