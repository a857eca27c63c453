import type { Plugin } from 'vite';

/** Writes `licences.txt` into the build: our licence, and those of everything in it that others made. */
export const licences: () => Plugin;
