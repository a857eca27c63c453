import type { Named } from './check-all';
import type { Row } from './row';

/** A check of many files, and what is kept of each: as long as the desk is open, whichever of its pages is shown. */
export interface FolderWork {
  readonly all: readonly Named[];
  readonly passedOver: number;
  /** The lists of trust that it is checked with. */
  readonly trust: readonly string[];
  readonly running: boolean;
  readonly rows: readonly Row[];
}
