import type { Page } from 'playwright';
import { serveBuild } from '../../tests/support/app';
import { launchBrowser } from '../../tests/support/browser';
import { officer } from '../../tests/support/officer';
import { knownPolicy } from '../../tests/support/policies';

/** Milliseconds from a click to the paint of the heading that it brings. */
export interface Painting {
  readonly samples: number;
  readonly median: number;
  readonly p95: number;
}

/** How much slower than this machine the officer's is. */
const slowdown = 4;

declare global {
  interface Window {
    painted?: number[];
  }
}

/**
 * Notes for every click on a button the time until a new first heading has been painted: two frames after it is in the
 * document, the second of which cannot begin before the first is on the screen.
 */
const watchPaints = (): void => {
  window.painted = [];
  let clicked: number | undefined;
  let before = '';
  const heading = (): string => document.querySelector('h1')?.textContent ?? '';
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof HTMLButtonElement) || !/^(Continue|Next)$/.test(event.target.textContent)) return;
      clicked = event.timeStamp;
      before = `${location.hash} ${heading()}`;
    },
    true,
  );
  new MutationObserver(() => {
    if (clicked === undefined || heading() === '' || `${location.hash} ${heading()}` === before) return;
    const start = clicked;
    clicked = undefined;
    requestAnimationFrame(() => setTimeout(() => window.painted?.push(performance.now() - start)));
  }).observe(document, { childList: true, subtree: true, characterData: true });
};

const summary = (times: readonly number[]): Painting => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { samples: sorted.length, median: at(0.5), p95: at(0.95) };
};

const slowed = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
};

/** The floor: a page of nothing but a heading and a button that changes it. */
const measureBare = async (page: Page, clicks: number): Promise<readonly number[]> => {
  await page.setContent('<!doctype html><h1>0</h1><button>Next</button>');
  await page.evaluate(watchPaints);
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    document.querySelector('button')?.addEventListener('click', () => {
      if (heading) heading.textContent = String(Number(heading.textContent) + 1);
    });
  });
  for (let click = 0; click < clicks; click++) {
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForTimeout(50);
  }
  return page.evaluate(() => window.painted ?? []);
};

/**
 * A whole proposal of the shipped policy, walked in Chromium at a quarter of its speed: from the click on "Continue" to
 * the next question on the screen.
 */
export const measureNextQuestion = async (): Promise<{ readonly app: Painting; readonly bare: Painting }> => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const answers = new Map(Object.entries(cases.find(({ id }) => id === 'new-high-risk')?.answers ?? {}));
  const today = new Date().toISOString().slice(0, 10);
  const server = await serveBuild();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript(watchPaints);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Start now' }).click();
    await page.getByRole('radio').first().waitFor();
    await slowed(page);
    await officer(page, model, answers, today).answerAll();
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
    const times = await page.evaluate(() => window.painted ?? []);
    const other = await browser.newPage();
    await slowed(other);
    return { app: summary(times), bare: summary(await measureBare(other, times.length)) };
  } finally {
    await browser.close();
    server.close();
  }
};
