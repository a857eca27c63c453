import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { serveBuild } from '../../tests/support/app';
import { launchBrowser } from '../../tests/support/browser';

/** How fast many records are verified in one way. */
export interface Throughput {
  readonly what: string;
  readonly seconds: number;
  /** How many are checked at once. */
  readonly workers: number;
}

export interface Throughputs {
  readonly records: number;
  readonly pages: number;
  readonly bytes: number;
  /** What the machine had to do besides, as its own load average, before and after. */
  readonly load: readonly [number, number];
  readonly ways: readonly Throughput[];
}

const run = promisify(execFile);

/** So often a line says how far it is: there are a thousand records. */
const between = 10_000;

/** Says on standard error what is being done, and how far it is. */
const telling = <Value>(what: string, records: number, work: (step: () => void) => Promise<Value>): Promise<Value> => {
  let done = 0;
  const begun = performance.now();
  const tell = (): void => {
    const took = ((performance.now() - begun) / 1000).toFixed(0);
    process.stderr.write(`${what}${done > 0 ? `: ${done} of ${records}` : ''}, ${took} s\n`);
  };
  tell();
  const timer = setInterval(tell, between);
  return work(() => void done++).finally(() => clearInterval(timer));
};

/** Runs one of our commands; what it printed. `onLine` is told each line as it comes. */
const tool = async (args: readonly string[], onLine: (line: string) => void = () => undefined): Promise<string> => {
  const running = spawn(process.execPath, ['scripts/tool.mjs', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'close');
  let last = '';
  for await (const line of createInterface(running.stdout)) {
    last = line;
    onLine(line);
  }
  const [status] = (await ended) as [number];
  if (status !== 0) throw new Error(`npm run ${args.join(' ')}: ${last}`);
  return last;
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
};

const pagesOf = (file: string): number => readFileSync(file, 'latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

const policy = 'decision-trees/partnership/1.0.0.json';

/** A folder with so many signed records of the shipped policy, none like another: of each outcome as many. */
const recordsIn = async (folder: string, records: number): Promise<readonly string[]> => {
  await telling('Making records', records, (step) =>
    tool(['sample', '--out', folder, '--policy', policy, '--records', String(records)], (line) => {
      if (line.includes('.pdf ')) step();
    }),
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name));
};

/** All by pdfsig, which looks at the signature alone, as many at once as there are processors. */
const byPdfsig = async (files: readonly string[], workers: number, step: () => void): Promise<void> => {
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const { stdout } = await run('pdfsig', ['-nocert', file]);
      if (!stdout.includes('Signature is Valid')) throw new Error(`pdfsig does not accept ${file}`);
      step();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
};

const byCommand = async (folder: string, records: number, step: () => void): Promise<void> => {
  const last = await tool(['verify', folder], (line) => {
    if (line.endsWith(': The record is what was signed')) step();
  });
  if (!last.startsWith(`${records} accepted, 0 refused`)) throw new Error(last);
};

/** In the app: from the button to the last verdict. */
const byDesk = async (folder: string, records: number): Promise<number> => {
  const [server, browser] = [await serveBuild(), await launchBrowser()];
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    page.setDefaultTimeout(3_600_000);
    await page.goto(`${server.url}/#/verify/folder`);
    await page.getByLabel('Folder').setInputFiles(folder);
    return await seconds(async () => {
      await page.getByRole('button', { name: 'Check the records' }).click();
      await page.getByText(`${records} accepted, 0 refused`).waitFor();
    });
  } finally {
    await browser.close();
    server.close();
  }
};

/** Verifies the same records in the app, by the command and with pdfsig, one after another in one run. */
export const measureThroughput = async (records: number): Promise<Throughputs> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughput-'));
  try {
    const files = await recordsIn(folder, records);
    const processors = availableParallelism();
    await tool(['verify', files[0] ?? '']); // makes the tool, which is not what is timed
    const before = loadavg()[0] ?? 0;
    const time = async (
      what: string,
      workers: number,
      work: (step: () => void) => Promise<number>,
    ): Promise<Throughput> => ({ what, workers, seconds: await telling(what, records, work) });
    const ways = [
      await time('pdfsig: the signature alone', processors, (step) => seconds(() => byPdfsig(files, processors, step))),
      await time('npm run verify', Math.min(processors, 8), (step) => seconds(() => byCommand(folder, records, step))),
      await time('The desk in Chromium', Math.min(processors, 4), () => byDesk(folder, records)),
    ];
    const pages = files.reduce((sum, file) => sum + pagesOf(file), 0);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    return { records: files.length, pages, bytes, load: [before, loadavg()[0] ?? 0], ways };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** What was measured, as lines to read. */
export const throughputLines = ({ records, pages, bytes, load, ways }: Throughputs): string => {
  const [first] = ways;
  const lines = ways.map(
    ({ what, workers, seconds: took }) =>
      `${what.padEnd(30)} ${took.toFixed(1).padStart(7)} s ${(records / took).toFixed(1).padStart(7)} records a second ${(pages / took).toFixed(0).padStart(6)} pages a second, ${workers} at once ${(took / (first?.seconds ?? took)).toFixed(1).padStart(6)} ×`,
  );
  return [
    `${records} records, none like another, ${pages} pages, ${(bytes / 1_000_000).toFixed(0)} MB; load ${load.map((one) => one.toFixed(1)).join(' to ')}:`,
    ...lines,
    '',
  ].join('\n');
};
