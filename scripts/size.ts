// `npm run size`: what a person on a slow line waits for, counted on the wire. Chromium with an empty profile loads the
// production build, served compressed, and walks to the first question. An entry that only loads another would fool any
// count of the files that index.html names.
import type { CDPSession, Page } from 'playwright';
import { serveBuild } from '../tests/support/app';
import { launchBrowser } from '../tests/support/browser';

/** KiB on the wire, headers included. */
const limits = { 'Scripts of the start page': 130, 'Scripts to the first question': 185, 'Style sheets': 20 };

/** The start page answers a click once this can be clicked. */
const startNow = 'a:has-text("Start now"), button:has-text("Start now")';

/** The first question can be answered once this is there. */
const firstAnswer = 'input[type=radio]:enabled';

type Kind = 'Script' | 'Stylesheet';

/** Counts what the page takes from the network, by kind, from now on. In KiB. */
const countBytes = async (page: Page): Promise<(kind: Kind) => number> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send('Network.enable');
  return (kind) => (bytes.get(kind) ?? 0) / 1024;
};

const measure = async (url: string): Promise<Record<keyof typeof limits, number>> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const count = await countBytes(page);
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
