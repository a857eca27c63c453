// `npm run size`: what a person on a slow line waits for, counted on the wire. Chromium with an empty profile loads the
// production build, served compressed, and walks to the first question. An entry that only loads another would fool any
// count of the files that index.html names.
import { serveBuild } from '../tests/support/app';
import { launchBrowser } from '../tests/support/browser';
import { countBytes } from './wire';

/** KiB on the wire, headers included. */
const limits = { 'Scripts of the start page': 130, 'Scripts to the first question': 185, 'Style sheets': 20 };

/** The start page answers a click once this can be clicked. */
const startNow = 'a:has-text("Start now"), button:has-text("Start now")';

/** The first question can be answered once this is there. */
const firstAnswer = 'input[type=radio]:enabled';

const measure = async (url: string): Promise<Record<keyof typeof limits, number>> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const bytes = await countBytes(await page.context().newCDPSession(page));
    const count = (kind: 'Script' | 'Stylesheet'): number => bytes(kind) / 1024;
    await page.goto(url);
    await page.locator(startNow).first().click({ trial: true });
    const start = count('Script');
    await page.locator(startNow).first().click();
    await page.locator(firstAnswer).first().waitFor({ state: 'attached' });
    return {
      'Scripts of the start page': start,
      'Scripts to the first question': count('Script'),
      'Style sheets': count('Stylesheet'),
    };
  } finally {
    await browser.close();
  }
};

const server = await serveBuild();
try {
  const sizes = await measure(server.url);
  for (const [name, limit] of Object.entries(limits)) {
    const size = sizes[name as keyof typeof limits];
    if (size > limit) process.exitCode = 1;
    process.stdout.write(`${name}: ${size.toFixed(1)} KiB of ${limit}${size > limit ? ', TOO MUCH' : ''}\n`);
  }
} finally {
  server.close();
}
