import type { Plugin } from 'vite';

/** Puts the content security policy into the built page. Throws where the page does not name its encoding first. */
export const pagePolicy: () => Plugin;
