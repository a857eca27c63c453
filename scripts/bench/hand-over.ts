import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { replay } from '../../src/assessment/assessment';
import type { Answer, Key } from '../../src/policy/answer';
import { sealingOf } from './hand-over/sealing';
import { compose } from '../../src/pdf/compose';
import { rendererSha256, renderRecord } from '../../src/pdf/render';
import { sealRecord } from '../../src/record/seal';
import { seeded } from '../../tests/support/answers';
import { launchBrowser } from '../../tests/support/browser';
import { type KnownPolicy, knownPolicy } from '../../tests/support/policies';
import { logOf } from '../../tests/support/records';
import { readPrintAssets } from '../print-assets';
import { type Painting, summary } from './paints';
import { installRival, rivalFolder } from './rival';

const pagesWanted = 12;

/** A record of a worked case, with a note on each page. */
const recordOf = ({ model }: KnownPolicy, answers: ReadonlyMap<Key, Answer>, changed: number) => {
  const log = logOf(model, answers, seeded(7), { notes: true, changed });
  const assessment = replay(model, log);
  if (!assessment) throw new Error('no log');
  const assets = readPrintAssets();
  const sealing = sealingOf(rendererSha256(assets), '0'.repeat(64), '2026-12-01T12:00:00+00:00');
  const sealed = sealRecord(assessment, sealing);
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.failures));
  const files = sealed.value.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
  const printed = renderRecord(sealed.value, files, assets);
  if (!printed.ok) throw new Error(JSON.stringify(printed.failures));
  const pages =
    Buffer.from(printed.value.bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  const { payload, id } = sealed.value;
  const { policy, settings } = model;
  const record = { id, payload, policy, settings };
  return {
    pages,
    parts: {
      policy,
      settings,
      log,
      model: compose({ record, payload, assessment, naming: () => assessment.walk, language: 'en' }),
    },
  };
};

/** The first record of 12 pages of the shipped policy, with as many answers changed as it takes. */
const content = (): Readonly<Record<string, unknown>> => {
  const known = knownPolicy('decision-trees/partnership', '1.0.0.json');
  for (const { answers } of known.cases)
    for (const changed of [0, 3, 6, 9, 12, 18]) {
      const { pages, parts } = recordOf(known, new Map(Object.entries(answers)), changed);
      if (pages === pagesWanted) return parts;
    }
  throw new Error(`no worked case gives a record of ${pagesWanted} pages`);
};

/** A folder with both pages and all that they read. */
const sitesIn = async (folder: string): Promise<void> => {
  installRival();
  await build({
    root: process.cwd(),
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      sourcemap: false,
      rolldownOptions: {
        input: { ours: 'scripts/bench/hand-over/ours.ts', rival: 'scripts/bench/hand-over/rival.ts' },
        output: { entryFileNames: '[name].js', codeSplitting: true },
      },
    },
  });
  const page = (...scripts: readonly string[]): string =>
    `<!doctype html><meta charset="utf-8"><title>bench</title>${scripts.join('')}`;
  writeFileSync(join(folder, 'ours.html'), page('<script type="module" src="ours.js"></script>'));
  writeFileSync(
    join(folder, 'rival.html'),
    page('<script src="pdfmake.js"></script>', '<script type="module" src="rival.js"></script>'),
  );
  cpSync(join(rivalFolder, 'node_modules/pdfmake/build/pdfmake.min.js'), join(folder, 'pdfmake.js'));
  const assets = readPrintAssets();
  writeFileSync(join(folder, 'regular.ttf'), assets.fonts.regular);
  writeFileSync(join(folder, 'bold.ttf'), assets.fonts.bold);
  writeFileSync(join(folder, 'srgb.icc'), assets.icc);
  for (const [name, value] of Object.entries(content()))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
};

/** One hand-over in a page of its own, as an officer does it: once. */
const once = async (browser: Browser, folder: string, name: 'ours' | 'rival') => {
  const context = await browser.newContext({ acceptDownloads: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  // A name of this machine is a secure place, which keys ask for; nothing is served.
  await page.route('http://localhost/**', (route) => {
    const path = join(folder, new URL(route.request().url()).pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
  await page.goto(`http://localhost/${name}.html`);
  await page.evaluate(() => window.hands);
  const [download, done] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(async () => (await window.hands).run()),
  ]);
  const file = await download.path();
  if (readFileSync(file).length !== done.bytes) throw new Error('what was handed over is not what was made');
  await context.close();
  return done;
};

export interface HandOver extends Painting {
  readonly pages: number;
  readonly bytes: number;
}

/**
 * From the press of "Sign" to the file in the person's hands: a record of 12 pages composed, tagged, signed and handed over
 * in Chromium, each in a fresh page; beside the same content made by pdfmake without signature, tags or enclosed files.
 * In turns, so that both meet the same machine.
 */
export const measureHandOver = async (
  rounds: number,
): Promise<{ readonly ours: HandOver; readonly rival: HandOver }> => {
  const folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
  const browser = await launchBrowser();
  try {
    await sitesIn(folder);
    const found = { ours: [] as Awaited<ReturnType<typeof once>>[], rival: [] as Awaited<ReturnType<typeof once>>[] };
    for (let round = 0; round < Math.max(5, rounds); round++)
      for (const name of ['ours', 'rival'] as const) found[name].push(await once(browser, folder, name));
    const summed = (name: 'ours' | 'rival'): HandOver => ({
      ...summary(found[name].map(({ ms }) => ms)),
      pages: found[name][0]?.pages ?? 0,
      bytes: found[name][0]?.bytes ?? 0,
    });
    return { ours: summed('ours'), rival: summed('rival') };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
};
