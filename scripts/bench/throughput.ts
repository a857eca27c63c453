import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
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
  /** How many of them are not copies of others. */
  readonly distinct: number;
  readonly pages: number;
  readonly bytes: number;
  /** What the machine had to do besides, as its own load average, before and after. */
  readonly load: readonly [number, number];
  readonly ways: readonly Throughput[];
}

const run = promisify(execFile);

const tool = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ['scripts/tool.mjs', ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });

const seconds = async (work: () => Promise<void> | void): Promise<number> => {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
};

const pagesOf = (file: string): number => readFileSync(file, 'latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** A folder with so many signed records: the samples of the shipped policy, one for each outcome, copied as often as it takes. */
const recordsIn = (
  folder: string,
  records: number,
): { readonly files: readonly string[]; readonly distinct: number } => {
  const [samples, many] = [join(folder, 'samples'), join(folder, 'many')];
  tool('sample', '--out', samples, '--policy', 'decision-trees/partnership/1.0.0.json');
  mkdirSync(many);
  const made = readdirSync(samples).filter((name) => name.endsWith('.pdf'));
  const files = Array.from({ length: records }, (_, index) => {
    const file = join(many, `${String(index).padStart(5, '0')}.pdf`);
    cpSync(join(samples, made[index % made.length] ?? ''), file);
    return file;
  });
  return { files, distinct: Math.min(made.length, records) };
};

/** All by pdfsig, which looks at the signature alone, as many at once as there are processors. */
const byPdfsig = async (files: readonly string[], workers: number): Promise<void> => {
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const { stdout } = await run('pdfsig', ['-nocert', file]);
      if (!stdout.includes('Signature is Valid')) throw new Error(`pdfsig does not accept ${file}`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
};

const byCommand = (folder: string, records: number): void => {
  const { accepted } = JSON.parse(tool('verify', folder, '--json')) as { readonly accepted: number };
  if (accepted !== records) throw new Error(`${accepted} of ${records} records were accepted`);
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
    const { files, distinct } = recordsIn(folder, records);
    const many = join(folder, 'many');
    const workers = availableParallelism();
    tool('verify', files[0] ?? ''); // makes the tool, which is not what is timed
    const before = loadavg()[0] ?? 0;
    const ways: Throughput[] = [
      { what: 'pdfsig: the signature alone', workers, seconds: await seconds(() => byPdfsig(files, workers)) },
      { what: 'npm run verify', workers: 1, seconds: await seconds(() => byCommand(many, records)) },
      { what: 'The desk in Chromium', workers, seconds: await byDesk(many, records) },
    ];
    const samples = files.slice(0, distinct).map(pagesOf);
    const pages = files.reduce((sum, _, index) => sum + (samples[index % distinct] ?? 0), 0);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    return { records, distinct, pages, bytes, load: [before, loadavg()[0] ?? 0], ways };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** What was measured, as lines to read. */
export const throughputLines = ({ records, distinct, pages, bytes, load, ways }: Throughputs): string => {
  const [first] = ways;
  const lines = ways.map(
    ({ what, workers, seconds: took }) =>
      `${what.padEnd(30)} ${took.toFixed(1).padStart(7)} s ${(records / took).toFixed(1).padStart(7)} records a second ${(pages / took).toFixed(0).padStart(6)} pages a second, ${workers} at once ${(took / (first?.seconds ?? took)).toFixed(1).padStart(6)} ×`,
  );
  return [
    `${records} records (${distinct} distinct, the others copies), ${pages} pages, ${(bytes / 1_000_000).toFixed(0)} MB; load ${load.map((one) => one.toFixed(1)).join(' to ')}:`,
    ...lines,
    '',
  ].join('\n');
};
