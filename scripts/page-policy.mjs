// The page carries its own content security policy, for hosts that send no headers.
import { policyOfPage } from './headers.mjs';

/** It holds for what comes after it, and browsers look for the encoding within the first kilobyte. */
const charset = '<meta charset="utf-8" />';

/**
 * Puts the policy into the built page. Not into the page of `npm run dev`, whose scripts stand in it.
 * @returns {import('vite').Plugin}
 */
export const pagePolicy = () => ({
  name: 'page-policy',
  apply: 'build',
  transformIndexHtml: (page) => {
    if (!page.includes(charset)) throw new Error('index.html does not name its encoding');
    return page.replace(
      charset,
      `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policyOfPage}" />`,
    );
  },
});
