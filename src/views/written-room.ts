import { writtenSize } from '../base/bytes';

/** A disk's room, which files are never as large as. */
export const writtenRoom = (bytes: number): string =>
  bytes < 1_000_000_000 ? writtenSize(bytes) : `${Math.floor(bytes / 1_000_000_000)} GB`;
