import type { Plugin } from 'vite';

/** Serves `decision-trees/` as it is, and copies it into the build. */
export const decisionTrees: () => Plugin;
