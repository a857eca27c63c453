// `npm run conformance [-- DIR …]`: judges signed PDFs by every independent judge that there is: those of the folders, each
// with its certificates (.pem) and revocation lists (.crl) beside them, or else samples that it makes: every outcome and
// every follow-up in every way of signing, records of another policy with timestamps and of 30 pages, a chain of three
// decisions, and the public extract of each record, which has no signature to judge. It says what they cover. Exit 0 only when each judge was there and passed every file that it was asked about.
// `--golden` writes the texts that the samples must read as anew, for a look at what has changed in them; `--out DIR` keeps
// the samples there.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { councilCa } from '../tests/support/council-ca';
import { type Collection, collectionIn } from './conformance/collection';
import { type Judge, slowJudges, type Verdicts } from './conformance/judge';
import { makeVariants } from './conformance/make';
import { makeOutcomes } from './conformance/outcomes';
import { makeSequels } from './conformance/sequels';
import { readingOf } from './conformance/reading';
import { run } from './conformance/run';
import { quickJudges } from './conformance/tools';
import { wideTable } from './conformance/table';

const readings = 'tests/fixtures/readings';
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (from: number): string => `${((Date.now() - from) / 1000).toFixed(1)} s`;

const withGolden = (collection: Collection): Collection => ({
  ...collection,
  golden: new Map(
    collection.pdfs.flatMap((pdf) => {
      const file = join(readings, `${basename(pdf, '.pdf')}.txt`);
      return existsSync(file) ? [[pdf, file] as const] : [];
    }),
  ),
});

interface Samples {
  readonly collections: readonly Collection[];
  /** What they cover, in words. */
  readonly covered: readonly string[];
}

/** The samples, made anew in a folder, under an authority as a council has one. */
const samplesIn = async (folder: string): Promise<Samples> => {
  const ca = councilCa();
  try {
    const { folders: ways, pages, said } = await makeOutcomes(folder, ca);
    const [variants, sequels] = [await makeVariants(folder, ca), await makeSequels(folder, ca)];
    const named = (name: string): Collection => collectionIn(name, join(folder, name));
    const extracted = join(folder, 'extracted');
    const made = await run(process.execPath, ['scripts/tool.mjs', 'sample', '--out', extracted, '--extracts']);
    if (made.status !== 0) throw new Error(made.stderr);
    return {
      collections: [
        ...ways.map((name) => ({ ...named(name), pages })),
        ...[...variants, ...sequels].map((name) => withGolden(named(name))),
        { ...collectionIn('extracts', join(extracted, 'extracts')), unsigned: true },
      ],
      covered: [
        said,
        `${variants.length} records of another policy: EC and RSA, self-signed and issued, B-B and B-T, 30 pages long in three ways`,
        'the public extract of a record of each outcome',
        `a chain of three decisions and every follow-up, in six ways of signing, with and without a timestamp`,
      ],
    };
  } finally {
    ca.close();
  }
};

/** A record of 30 pages must be that long, or the longest one proves nothing. */
const shortOnes = async (collections: readonly Collection[]): Promise<readonly string[]> => {
  const long = collections.flatMap(({ pdfs }) => pdfs).filter((pdf) => pdf.endsWith('-long.pdf'));
  const counted = await Promise.all(
    long.map(async (pdf) => {
      const [, pages] = /^Pages:\s+(\d+)$/m.exec((await run('pdfinfo', [pdf])).stdout) ?? [];
      return Number(pages) >= 30 ? [] : [`${basename(pdf)} has ${pages} pages, not 30`];
    }),
  );
  return counted.flat();
};

const writeReadings = async (collections: readonly Collection[]): Promise<void> => {
  for (const [pdf, file] of collections.flatMap(({ golden }) => [...(golden ?? [])]))
    writeFileSync(file, readingOf((await run('pdfinfo', ['-struct-text', pdf])).stdout));
};

const mark = (verdict: string | undefined): string => (verdict === undefined ? '–' : verdict === '' ? 'pass' : 'FAIL');

/** A judge's word on all files, and how long it took. */
const heard = async (
  judge: Judge,
  collections: readonly Collection[],
): Promise<{ readonly judge: Judge; readonly verdicts: Verdicts; readonly took: string }> => {
  const started = Date.now();
  const verdicts = await judge.judge(judge.ofSigned ? collections.filter(({ unsigned }) => !unsigned) : collections);
  return { judge, verdicts, took: seconds(started) };
};

/** Two at a time: there are two cores, and the slow ones take one each. */
const inTurns = async <Value>(works: readonly (() => Promise<Value>)[]): Promise<readonly Value[]> => {
  const done: Value[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < works.length; at = next++) {
      const work = works[at];
      if (work) done[at] = await work();
    }
  };
  await Promise.all([worker(), worker()]);
  return done;
};

const started = Date.now();
const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { golden: { type: 'boolean' }, out: { type: 'string' } },
});
const folder = options.out ?? mkdtempSync(join(tmpdir(), 'conformance-'));
try {
  const { collections, covered }: Samples =
    folders.length > 0
      ? { collections: folders.map((one) => withGolden(collectionIn(basename(one), one))), covered: [] }
      : await samplesIn(folder);
  const files = collections.flatMap(({ pdfs }) => pdfs);
  say(`${files.length} files, made in ${seconds(started)}`);
  if (options.golden) await writeReadings(collections);

  const judges = [...slowJudges, ...quickJudges];
  const missing = judges.flatMap((judge) => judge.missing() ?? []);
  const present = judges.filter((judge) => judge.missing() === undefined);
  const all = await inTurns(present.map((judge) => () => heard(judge, collections)));

  const against = all.flatMap(({ judge, verdicts }) =>
    files.flatMap((pdf) => (verdicts.get(pdf) ? [`${pdf}: ${judge.name}: ${verdicts.get(pdf)}`] : [])),
  );
  const short = await shortOnes(collections);
  say(
    wideTable(
      ['', ...all.map(({ judge }) => judge.name)],
      [
        ...files.map((pdf) => [
          `${basename(dirname(pdf))}/${basename(pdf, '.pdf')}`,
          ...all.map(({ verdicts }) => mark(verdicts.get(pdf))),
        ]),
        ['time taken', ...all.map(({ took }) => took)],
      ],
    ),
  );
  for (const line of covered) say(`Covered: ${line}`);
  for (const line of [...against, ...short]) say(`FAIL ${line}`);
  for (const line of new Set(missing)) say(`NOT RUN, missing is ${line}`);
  const good = files.length > 0 && against.length === 0 && short.length === 0 && missing.length === 0;
  say(
    `${good ? 'Conformant' : 'NOT CONFORMANT'}: ${files.length} files, ${present.length} of ${judges.length} judges, ${seconds(started)}`,
  );
  process.exitCode = good ? 0 : 1;
} finally {
  if (options.out === undefined) rmSync(folder, { recursive: true });
}
