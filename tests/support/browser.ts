import { type Browser, type BrowserContext, chromium } from 'playwright';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';

type Act = (context: BrowserContext) => Promise<void>;
const acts: Act[] = [];

/** From now on, this is done with every context before its first page is opened by a test. */
export const withEveryContext = (act: Act): void => void acts.push(act);

const prepared = async (context: BrowserContext): Promise<BrowserContext> => {
  for (const act of acts) await act(context);
  return context;
};

/** A browser with an empty profile and more flags, if any, for the caller to close. Throws where there is none. */
export const launchBrowser = async (...flags: readonly string[]): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no browser: set CHROMIUM_PATH to a Chromium, Chrome or Edge');
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, ...flags] });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => prepared(await open(options)); // `newPage` comes through it as well
  return browser;
};

/**
 * A browser with a profile of its own in a folder, which stays when it is closed. The app keeps itself in it only where
 * asked: elsewhere that would only take the machine's time.
 */
export const launchProfile = async (
  profile: string,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<BrowserContext> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no browser: set CHROMIUM_PATH to a Chromium, Chrome or Edge');
  return prepared(
    await chromium.launchPersistentContext(profile, {
      executablePath,
      args: chromiumFlags,
      acceptDownloads: true,
      serviceWorkers,
    }),
  );
};
