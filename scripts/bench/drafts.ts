import type { Page } from 'playwright';
import type { Entry } from '../../src/assessment/log';
import { serveBuild } from '../../tests/support/app';
import { launchBrowser } from '../../tests/support/browser';
import { knownPolicy } from '../../tests/support/policies';
import { seedDraft } from '../../tests/support/seed';
import { type Painting, summary } from './paints';

/** How many entries a long draft has. */
const entries = 2_000;
const letters = Array.from('keystrokes');

declare global {
  interface Window {
    noteTime: (ms: number) => Promise<void>;
  }
}

/** Notes for every letter the time until the page says again that all is saved, from the event's own time stamp. */
const watchSaving = (): void => {
  let struck: number | undefined;
  document.addEventListener('input', ({ timeStamp }) => (struck = timeStamp), true);
  new MutationObserver(() => {
    if (struck === undefined || document.querySelector('[data-saving]')?.getAttribute('data-saving') !== 'saved')
      return;
    const since = struck;
    struck = undefined;
    void window.noteTime(performance.now() - since);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-saving'] });
};

/** A log made longer by giving one of its answers again and again. */
const longLog = (log: readonly Entry[]): readonly Entry[] => {
  const last = log.findLast((entry) => entry.kind === 'answered' && typeof entry.value === 'string');
  const top = Math.max(...log.map(({ counter }) => counter));
  if (!last) throw new Error('no answer in words');
  const more = Array.from({ length: entries - log.length }, (_, index) => ({
    ...last,
    id: String(index).padStart(26, '7'),
    counter: top + 1 + index,
  }));
  return [...log, ...more];
};

const openDraft = async (page: Page, address: string, heading: string): Promise<number> => {
  await page.goto('about:blank');
  const before = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return performance.now() - before;
};

/**
 * In Chromium at a quarter of this machine's speed, in a draft of 2,000 entries: from a key to "Saved", and from its
 * address to its list of all answers on the screen, as it is opened anew, beside one whose answers were given once.
 */
export const measureDrafts = async (
  rounds: number,
): Promise<{
  readonly saved: Painting;
  readonly opened: Painting;
  readonly openedShort: Painting;
  readonly entries: number;
}> => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const answers = new Map(Object.entries(cases.find(({ id }) => id === 'new-high-risk')?.answers ?? {}));
  const server = await serveBuild();
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(120_000);
    let told: (ms: number) => void = () => undefined;
    await page.exposeFunction('noteTime', (ms: number) => told(ms));
    await page.addInitScript(watchSaving);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Start now' }).click();
    await page.getByRole('radio').first().waitFor();
    const startedAt = `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T09:00:00+00:00`;
    const short = await seedDraft(page, model, answers, { startedAt, title: 'A short draft', seed: 2 });
    const id = await seedDraft(page, model, answers, { startedAt, title: 'A long draft', log: longLog });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const [opened, openedShort]: [number[], number[]] = [[], []];
    for (let round = 0; round < 2 * rounds; round++) {
      openedShort.push(await openDraft(page, `${server.url}/#/a/${short}/check`, 'Check your answers'));
      opened.push(await openDraft(page, `${server.url}/#/a/${id}/check`, 'Check your answers'));
    }
    await page.goto(`${server.url}/#/a/${id}/q/n1`);
    const box = page.locator('main form').getByRole('textbox').first();
    await box.focus();
    const saved: number[] = [];
    for (const letter of Array.from({ length: rounds }, () => letters).flat()) {
      const noted = new Promise<number>((resolve) => {
        told = resolve;
      });
      await page.keyboard.type(letter);
      saved.push(await noted);
    }
    return { saved: summary(saved), opened: summary(opened), openedShort: summary(openedShort), entries };
  } finally {
    await browser.close();
    server.close();
  }
};
