import type { Plugin } from 'vite';

/** Lists the files of the build in a service worker that keeps them for use without a network. */
export const offline: () => Plugin;

/** Marks a built app in a folder as a version, and writes its service worker. Throws where index.html has no mark. */
export const writeWorker: (folder: string, version: string) => Promise<void>;
