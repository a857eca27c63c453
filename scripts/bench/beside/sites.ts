import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serve } from '../../serve.mjs';
import { serveBuild } from '../../../tests/support/app';
import type { Walk } from '../../../src/policy/walk';
import type { Looks } from '../paints';
import { installRival, rivalFolder } from '../rival';
import { plainPages } from './questions';

/** One of the three pages, served. */
export interface Site {
  readonly url: string;
  /** What is pressed before the first question, if anything. */
  readonly start?: string;
  /** Where it says what it asks; ours where this is left out. */
  readonly looks?: Looks;
}

export const names = ['bare', 'survey', 'ours'] as const;
export type Name = (typeof names)[number];

const sources = ['survey.ts', 'bare.ts', 'page.ts'];

/** Built alone, as whoever made such a page would build it. */
const buildRival = async (name: 'bare' | 'survey', outDir: string): Promise<void> => {
  const page = join(rivalFolder, 'index.html');
  writeFileSync(
    page,
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="./${name}.ts"></script></html>`,
  );
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    root: rivalFolder,
    base: './',
    logLevel: 'error',
    build: { outDir, target: 'es2023' },
  });
  process.env.NODE_ENV = NODE_ENV;
};

/** Serves all three, each compressed and by the same server, until `close` is called. */
export const serveSites = async (
  walked: Walk,
): Promise<{ readonly sites: Readonly<Record<Name, Site>>; readonly close: () => void }> => {
  installRival();
  for (const source of sources) cpSync(join('scripts/bench/beside', source), join(rivalFolder, source));
  const folder = mkdtempSync(join(tmpdir(), 'beside-'));
  const served = async (name: 'bare' | 'survey') => {
    const out = join(folder, name);
    mkdirSync(out);
    await buildRival(name, out);
    writeFileSync(join(out, 'questions.json'), JSON.stringify(plainPages(walked)));
    return serve(out, 0);
  };
  const [bare, survey, ours] = [await served('bare'), await served('survey'), await serveBuild()];
  return {
    sites: {
      bare: { url: bare.url, looks: { heading: 'h1', content: 'main form button' } },
      survey: {
        url: survey.url,
        looks: { heading: '.sd-page__title', content: '.sd-page :is(input, select, textarea)' },
      },
      ours: { url: ours.url, start: 'Start now' },
    },
    close: () => {
      for (const one of [bare, survey, ours]) one.close();
      rmSync(folder, { recursive: true });
    },
  };
};
