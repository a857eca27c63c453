import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/chromium.mjs';
import { decisionTrees } from './scripts/decision-trees.mjs';
import { licences } from './scripts/licences.mjs';
import { isEverything } from './scripts/long-tests.mjs';
import { offline } from './scripts/offline.mjs';
import { pagePolicy } from './scripts/page-policy.mjs';

/** jsPDF loads these for pages of HTML and SVG, which we never print. Built, they would be 380 kB that nobody uses. */
const neverUsed = ['html2canvas', 'canvg', 'dompurify'];

const withoutNeverUsed: Plugin = {
  name: 'without-never-used',
  enforce: 'pre',
  resolveId: (id) => (neverUsed.includes(id) ? '\0never-used' : undefined),
  load: (id) => (id === '\0never-used' ? 'export default undefined;' : undefined),
};

/** How long a test looks for what is to come on a page, in milliseconds: on a machine that does much else a second is short. */
const patience = 20_000;

/** What every test that draws at random begins with. */
const setupFiles = ['tests/support/random.ts'];

const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/e2e/**'],
    setupFiles,
    testTimeout: 20_000,
  },
};

/** Components and rooms that need a real browser, each test file in a page of its own. */
const browser = (): TestProjectInlineConfiguration => {
  const executablePath = findChromium();
  return {
    extends: true,
    optimizeDeps: { entries: ['tests/browser/**/*.test.{ts,tsx}'] },
    test: {
      name: 'browser',
      include: ['tests/browser/**/*.test.{ts,tsx}'],
      setupFiles,
      testTimeout: 20_000,
      expect: { poll: { timeout: patience / 2 } },
      env: { TAB_RUNS: process.env.TAB_RUNS ?? '', RANDOM_SEED: process.env.RANDOM_SEED ?? '' },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args: chromiumFlags } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
};

/** The production build, served as `npm start` serves it, with a person at the browser. */
const e2e: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: 'tests/support/app.ts',
    setupFiles: 'tests/support/faultless.ts',
    testTimeout: 120_000,
    maxConcurrency: 3,
    hookTimeout: 60_000,
    expect: { poll: { timeout: patience } },
    retry: isEverything() ? 1 : 0,
  },
};

/**
 * What is always needed together is fetched as one file, since each file costs a header of 700 bytes. The first has all
 * that the start page is made of: else every late screen that uses some of it would split it again.
 */
const chunks = [
  { name: 'start', tags: ['$initial' as const] },
  { name: 'site', test: /src\/app\/site/, includeDependenciesRecursively: true },
  {
    name: 'storage',
    test: /node_modules\/dexie|src\/storage\/(?!backup|carry-over|draft-list|keys|deciding|lock|reading|records|reperform|rescue|retention|due|names|sign)|src\/assessment\/log/,
  },
  {
    name: 'outcome',
    test: /src\/(strings\/(outcome|send|email)|views\/(conditions|covering-email|email|sending|shown|copyable)|record\/file-name)/,
  },
  {
    name: 'late',
    test: /src\/(ui\/(form\/file-upload|content\/(notification-banner|stacked-table))|assessment\/(gaps|why|asked|trace))/,
  },
  {
    name: 'carry-over',
    test: /src\/(storage\/carry-over|assessment\/(carry-over|versions)|record\/earlier|features\/assess\/use-naming)/,
  },
  { name: 'check', test: /src\/(strings\/check|views\/answers)/ },
  {
    name: 'answers',
    test: /src\/(strings\/(walk|left)|views\/(blocks|marked|source)|policy\/(walk|names|notes)|assessment\/(assessment|standing)|features\/assess\/(addresses|draft-context|follow|session|form\/(fields|raw)))/,
  },
];

/** One for the page and its workers: it names the packages of all. */
const licencesOfAll = licences();

/**
 * The parts of these are asked for together with them. The names of all parts of all others would have to be known at the
 * start, where they weigh more than they save: from the second visit on, everything is kept in the browser.
 */
const isHurried = (file: string): boolean => /\/(assess|carry-on|drafts-screen|outcome-screen|sign)-/.test(file);

export default defineConfig({
  base: './', // the built app may stand under any path
  plugins: [react(), withoutNeverUsed, decisionTrees(), licencesOfAll, pagePolicy(), offline()],
  worker: { format: 'es', plugins: () => [withoutNeverUsed, licencesOfAll] },
  assetsInclude: ['**/*.icc'],
  // Dexie’s own build for browsers of today, which is smaller; its package names the one for old ones
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0, // the content security policy refuses fonts and profiles in data: addresses
    modulePreload: { polyfill: false, resolveDependencies: (file, needed) => (isHurried(file) ? needed : []) },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: { codeSplitting: { groups: chunks, includeDependenciesRecursively: false } },
    },
  },
  test: { projects: process.env.VITEST ? [unit, browser(), e2e] : [] },
});
