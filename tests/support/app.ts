import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the app is served, without a slash at the end. */
    readonly url: string;
  }
}

/** In a process of its own: under Vitest, NODE_ENV is `test`, and React would be built for development. */
const build = (): void => {
  const { NODE_ENV: _test, VITEST: _vitest, ...env } = process.env;
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the build failed');
};

/** Builds the app and serves it on a free port as `npm start` does, for the caller to close. */
export const serveBuild = (): ReturnType<typeof serve> => {
  build();
  return serve('dist', 0);
};

/** Once for all end-to-end tests: they find the address with `inject('url')`. */
const setup = async ({ provide }: TestProject): Promise<() => void> => {
  const { url, close } = await serveBuild();
  provide('url', url);
  return close;
};

export default setup;
