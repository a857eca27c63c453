import type { Page } from 'playwright';

export const passphrase = 'three random words';

/** Sets the lock of this browser on its page, as a person does. */
export const setLock = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Enter it again').fill(passphrase);
  await page.getByRole('checkbox', { name: /I lose everything/ }).check();
  await page.getByRole('button', { name: 'Set the lock' }).click();
  await page
    .getByRole('alert')
    .getByText(/The lock is set/)
    .waitFor();
};

/** Resolves once the page asks for the passphrase. */
export const asked = (page: Page): Promise<void> =>
  page.getByRole('heading', { level: 1, name: 'Your work is locked' }).waitFor();

/** Enters a passphrase where it is asked for. */
export const unlock = async (page: Page, words = passphrase): Promise<void> => {
  await asked(page);
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Unlock' }).click();
};
