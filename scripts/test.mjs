// `npm test`: every check in order, then one line that counts them. `npm test -- lint unit` runs only those.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { haveChromium } from './chromium.mjs';
import { isEverything, longTests } from './long-tests.mjs';
import { prepare, runPackage, stop } from './setup.mjs';
import { countTests, sum, whole } from './tally.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tests-'));
const notRunLog = join(folder, 'not-run.txt');
const flakyLog = join(folder, 'flaky.txt');

/** A tool that passes or fails as a whole counts as one test. */
const check = (name, args) => () => whole(runPackage(name, args).status === 0);

/** Files that this run leaves out, said at its end. */
const leftOut = (project) => {
  if (project !== 'e2e' || isEverything()) return [];
  appendFileSync(notRunLog, `tests/e2e: ${longTests.join(', ')} (EVERYTHING=1 does)\n`);
  return longTests.flatMap((name) => ['--exclude', `tests/e2e/${name}.test.ts`]);
};

const tests = (project) => () => {
  const report = join(folder, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/flaky.mjs',
    `--outputFile.json=${report}`,
    ...leftOut(project),
  ];
  const { status } = runPackage('vitest', args, {
    env: { ...process.env, NOT_RUN_LOG: notRunLog, FLAKY_LOG: flakyLog },
    timeout: 40 * 60_000,
    killSignal: 'SIGKILL',
  });
  return countTests(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, status === 0);
};

/** Tests that drive a browser fail where none can be had: they are the point of the product. */
const inBrowser = (project) => () => {
  const chromium = haveChromium();
  if (chromium === undefined) {
    process.stdout.write(
      process.env.CHROMIUM_PATH
        ? `CHROMIUM_PATH names no browser that runs: ${process.env.CHROMIUM_PATH}\n`
        : 'No browser can be had here. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one.\n',
    );
    return whole(false);
  }
  process.env.CHROMIUM_PATH = chromium;
  return tests(project)();
};

const steps = {
  format: check('prettier', ['--check', '--log-level=warn', '.']),
  lint: check('oxlint', []),
  types: check('tsc', ['-p', '.']),
  unit: tests('unit'),
  browser: inBrowser('browser'),
  e2e: inBrowser('e2e'),
};

const runStep = (name) => {
  process.stdout.write(`\n== ${name}\n`);
  const started = Date.now();
  const tally = steps[name]();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`== ${name} ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return tally;
};

/** The lines of a log that tests write, each once. */
const linesOf = (log) =>
  existsSync(log) ? [...new Set(readFileSync(log, 'utf8').split('\n'))].filter((line) => line !== '') : [];

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps);
const unknown = chosen.find((name) => !(name in steps));
if (unknown !== undefined) stop(`There is no check "${unknown}". The checks are ${Object.keys(steps).join(', ')}.`);

if (!process.stdout.isTTY) process.env.NO_COLOR = '1';

prepare();
const tally = sum(chosen.map(runStep));
const notRun = linesOf(notRunLog); // checks whose outside tool is missing (tests/support/tools.ts), and what was left out
const flaky = linesOf(flakyLog);
rmSync(folder, { recursive: true });

const strict = process.env.REQUIRE_ALL === '1';
const failed = tally.failed + (strict ? notRun.length : 0);
process.stdout.write(`\n${notRun.map((line) => `NOT RUN ${line}\n`).join('')}`);
process.stdout.write(flaky.map((line) => `FLAKY, passed at the second try: ${line}\n`).join(''));
process.stdout.write(`${tally.passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
