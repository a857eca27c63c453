import type { Browser, BrowserContext, Page } from 'playwright';

/** On every page of a context so far: violations of the content security policy, errors, and writes that a power cut may undo. */
export type Faults = readonly string[];

/** A person at a browser of their own: an empty profile, in another time zone and language than the tests'. */
export const newPerson = async (browser: Browser): Promise<{ context: BrowserContext; page: Page; faults: Faults }> => {
  const context = await browser.newContext({
    acceptDownloads: true,
    locale: 'cy-GB',
    timezoneId: 'Asia/Kolkata',
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block', // keeping the app is its own test; here it would only take the machine's time
  });
  return { context, page: await context.newPage(), faults: await watch(context) };
};

/** Watches a context for what must never happen. Pages opened before are not watched. */
export const watch = async (context: BrowserContext): Promise<Faults> => {
  const faults: string[] = [];
  await context.exposeFunction('reportViolation', (text: string) => faults.push(text));
  await context.addInitScript(() => {
    const { reportViolation: report } = globalThis as unknown as { reportViolation: (text: string) => void };
    const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
      ?.value as IDBDatabase['transaction'];
    IDBDatabase.prototype.transaction = function (...asked) {
      const begun = begin.apply(this, asked);
      if (begun.mode === 'readwrite' && begun.durability !== 'strict')
        report(`a write that is not strict: ${[...begun.objectStoreNames].join(', ')}`);
      return begun;
    };
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  for (const page of context.pages()) page.on('pageerror', (error) => faults.push(error.message));
  context.on('page', (page) => page.on('pageerror', (error) => faults.push(error.message)));
  return faults;
};

/** Declares, signs, and gives the file that was downloaded. */
export const signAndDownload = async (page: Page, name: string): Promise<string> => {
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await page.getByRole('button', { name: 'Continue to the recommendation' }).click();
  await page.getByRole('button', { name: 'Sign the record' }).click();
  await page.getByRole('textbox', { name: 'Your full name' }).fill(name);
  await page.getByRole('textbox', { name: 'Your job title' }).fill('Partnerships officer');
  await page.getByRole('textbox', { name: 'Your service' }).fill('Communities');
  await page.getByRole('checkbox', { name: 'I make this declaration' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor({ timeout: 30_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sign and download the record' }).click();
  const file = await (await download).path();
  await page.getByRole('heading', { name: 'Record signed' }).waitFor();
  return file;
};

/** Chooses to sign with a key file: which key signs is folded away, until it is a file. */
export const chooseKeyFile = async (page: Page): Promise<void> => {
  const radio = page.getByRole('radio', { name: 'A key file from your council' });
  if (!(await radio.isVisible())) await page.getByText(/^Signing key:/).click();
  await radio.check();
};
