import type { Condition, Operand, Rows } from '../expression';
import type { Order } from './comparison';
import type { Diagram, Operation } from './diagram';
import type { Counted, Moment, Row } from './moment';
import type { Space } from './space';

/** What a rule may ask of all others while it is worked out. */
export interface RuleReader {
  readonly space: Space;
  /** The fields that count, by their keys. */
  readonly counted: ReadonlyMap<string, Counted>;
  readonly orders: Readonly<Record<Order, Operation>>;
  readonly read: (moment: Moment, operand: Operand, row?: string) => Diagram;
  readonly holds: (moment: Moment, condition: Condition, row?: string) => Diagram;
  readonly count: (parts: readonly Diagram[], most?: number) => Diagram;
  readonly answersOf: (field: string, row: string | undefined) => Counted | undefined;
  readonly rows: (rows: Rows) => readonly Row[];
}
