// `npm run size`: what a person on a slow line waits for, counted on the wire. Chromium with an empty profile loads the
// production build, served compressed, and walks to the first question. An entry that only loads another would fool any
// count of the files that index.html names.
import { serveBuild } from '../tests/support/app';
import { launchBrowser } from '../tests/support/browser';
import { limits, weigh } from './weigh';

const server = await serveBuild();
const browser = await launchBrowser();
try {
  const { sizes } = await weigh(browser, server.url);
  for (const [name, limit] of Object.entries(limits)) {
    const size = sizes[name as keyof typeof limits];
    if (size > limit) process.exitCode = 1;
    process.stdout.write(`${name}: ${size.toFixed(1)} KiB of ${limit}${size > limit ? ', TOO MUCH' : ''}\n`);
  }
} finally {
  await browser.close();
  server.close();
}
