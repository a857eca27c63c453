/**
 * How many rows officers may add to one group, at most. A policy may allow fewer, and none may allow more: a log with more
 * is refused when it is read.
 */
export const rowLimit = 500;
