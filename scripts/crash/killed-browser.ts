import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from 'playwright';
import { chromiumFlags, findChromium } from '../chromium.mjs';

/** A browser of its own process group with its profile in a folder. */
export interface KilledBrowser {
  readonly context: BrowserContext;
  /** Ends all its processes with SIGKILL, so that none has a last word. Resolves once the first of them is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts Chromium past Playwright, which would close it in good order. Throws where there is none, or it does not start. */
export const startBrowser = async (profile: string): Promise<KilledBrowser> => {
  const program = findChromium();
  if (program === undefined) throw new Error('no browser: set CHROMIUM_PATH to a Chromium, Chrome or Edge');
  const child = spawn(
    program,
    [...chromiumFlags, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  const address = await Promise.race([
    (async () => {
      for await (const line of createInterface({ input: child.stderr })) {
        const found = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
        if (found !== undefined) return found;
      }
      return undefined;
    })(),
    gone.then(() => undefined),
  ]);
  if (address === undefined) throw new Error('the browser did not start');
  child.stderr.resume();
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no window');
  return { context, kill };
};
