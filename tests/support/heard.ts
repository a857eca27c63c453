import type { Page } from 'playwright';

type Hearing = typeof globalThis & { readonly heard: string[] };

/**
 * Runs before a page's own scripts: writes down what a live region says once it is there. What a region says as it comes
 * into the page is not written down, since screen readers tell of changes alone.
 */
const listen = (): void => {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  const says = new WeakMap<Element, string>();
  new MutationObserver(() => {
    for (const region of document.querySelectorAll('[role=status], [aria-live=polite]')) {
      const text = (region.textContent ?? '').trim();
      const before = says.get(region);
      says.set(region, text);
      if (before !== undefined && before !== text && text !== '') heard.push(text);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
};

/** What a screen reader is told without moving, on a page that is opened after this: all of it so far, in its order. */
export const listening = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.addInitScript(listen);
  return () => page.evaluate(() => (globalThis as Hearing).heard);
};
