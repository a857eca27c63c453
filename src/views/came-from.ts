/** A screen that somebody left in order to read a record, to be as it was when they come back. */
export interface Left {
  /** Its address. */
  readonly back: string;
  /** What tells that nothing has changed since. */
  readonly at: string;
  /** What it showed. */
  readonly shown: unknown;
}

const left = new Map<string, Left>();

/** Remembers the screen from which a record is read, until this page is loaded anew. */
export const leaveToRead = (record: string, from: Left): void => {
  left.clear();
  left.set(record, from);
};

/** The address to go back to from reading a record; undefined where it was not opened from a screen that is remembered. */
export const backFrom = (record: string): string | undefined => left.get(record)?.back;

/** What the screen at this address showed when it was left, told once; undefined where something has changed since. */
export const takeLeft = (back: string, at: string): unknown => {
  const found = [...left.values()].find((one) => one.back === back && one.at === at);
  left.clear();
  return found?.shown;
};
