// `npm run forgeries -- [--every-bit] [--bits COUNT] [--seed NUMBER] [--keep FOLDER] [--no-judges] [--trust]`
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { allClasses, makeOriginals } from './forgeries/all';
import { isBitsThread, serveBits, tryInThreads } from './forgeries/bits';
import type { Bytes, Forgery } from './forgeries/forgery';
import { installedJudges, type Judge } from './forgeries/judges';
import { judge } from './forgeries/judged';
import { honestList } from './forgeries/trusted';
import type { TrustList } from '../src/signing/trust';

const usage = `npm run forgeries -- [--every-bit] [--bits COUNT] [--seed NUMBER] [--keep FOLDER] [--no-judges] [--trust]

Makes forgeries of records and decisions, of every class that is known, and checks that each is refused for the reason it
should be. Beside our verdict stands what pdfsig and mutool say, where they are installed.
  --bits COUNT   how many changes of one bit to try of a record and of a decision (5000)
  --every-bit    tries every bit of both; takes hours. Ctrl-C ends it and says how many were tried
  --seed NUMBER  draws the bits that were drawn before
  --keep FOLDER  keeps the files there
  --no-judges    does not ask other programs
  --trust        judges them by a list of trust that holds the keys of the honest signers
Exit status: 0 if all that should be refused is, 1 if not.`;

/** Files that other programs are not asked about: they only take long. */
const mostJudged = 3_000_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const row = async (
  forgery: Forgery,
  file: string,
  judges: readonly Judge[],
  trust: TrustList | undefined,
): Promise<{ readonly text: string; readonly wrong: boolean; readonly fooled: readonly string[] }> => {
  const { pdf, verdict, refusals, wrong } = await judge(forgery, trust);
  const ours = verdict.accepted
    ? 'accepted, and told of'
    : refusals.length > 0
      ? refusals.join(', ')
      : 'not checked in full';
  const asked = pdf.length > mostJudged || pdf.length === 0 ? [] : judges;
  if (asked.length > 0) writeFileSync(file, pdf);
  const words: [string, string][] = [];
  for (const { name, says } of asked) words.push([name, await says(file)]);
  const fooled = forgery.lawful
    ? []
    : words.filter(([, said]) => /(?:^|\/ )Valid|unchanged since/.test(said)).map(([name]) => name);
  const theirs = words.map(([name, said]) => `${name}: ${said}`).join(' | ');
  return {
    text: `  ${wrong === '' ? 'ok   ' : 'WRONG'} ${forgery.name}\n          ours: ${ours}${wrong === '' ? '' : ` (${wrong})`}${theirs && `\n          ${theirs}`}`,
    wrong: wrong !== '',
    fooled,
  };
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      'every-bit': { type: 'boolean' },
      bits: { type: 'string', default: '5000' },
      seed: { type: 'string' },
      keep: { type: 'string' },
      'no-judges': { type: 'boolean' },
      trust: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return say(usage);
  const judges = values['no-judges'] ? [] : installedJudges();
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'forgeries-'));
  mkdirSync(folder, { recursive: true });
  const originals = await makeOriginals();
  const trust = values.trust ? honestList() : undefined;
  const classes = await allClasses(originals);
  let [count, wrong] = [0, 0];
  const fooled = new Map<string, number>();
  for (const { id, needs, forgeries } of classes) {
    say(`${id} (${needs})`);
    for (const forgery of forgeries) {
      const found = await row(forgery, join(folder, `${String(++count).padStart(3, '0')}.pdf`), judges, trust);
      if (found.wrong) wrong++;
      for (const name of found.fooled) fooled.set(name, (fooled.get(name) ?? 0) + 1);
      say(found.text);
    }
  }
  say(`\n${count} files in ${classes.length} classes, ${count - wrong} as they should be, ${wrong} not`);
  for (const { name } of judges) say(`${name} finds the signature good in ${fooled.get(name) ?? 0} forgeries`);
  if (values.keep === undefined) rmSync(folder, { recursive: true });

  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const every = values['every-bit'] ?? false;
  const threads = Math.min(availableParallelism(), 4);
  say(`\nOne bit changed, in ${threads} threads, ${every ? 'every bit' : `drawn by the seed ${seed}`}:`);
  const files: readonly (readonly [string, Bytes])[] = [
    ['record', originals.record],
    ['decision', originals.decision],
  ];
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  for (const [name, pdf] of files) {
    const from = performance.now();
    let told = from;
    const onTried = (done: number): void => {
      if (performance.now() < told + 60_000) return;
      told = performance.now();
      process.stderr.write(`  ${name}: ${done} of ${pdf.length * 8}\n`);
    };
    const half = every ? undefined : Math.ceil(Number(values.bits) / files.length);
    const tried = await tryInThreads(fileURLToPath(import.meta.url), pdf, {
      threads,
      seed,
      count: half,
      ending: ending.signal,
      ...(every && { onTried }),
    });
    wrong += tried.accepted.length + tried.faults.length;
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    say(
      `  ${name} (${pdf.length} bytes): ${tried.tried} tried in ${seconds} s, ${tried.accepted.length} accepted, ${tried.faults.length} crashed${ending.signal.aborted ? `; ended early, of ${half ?? pdf.length * 8}` : ''}`,
    );
    for (const bit of [...tried.accepted, ...tried.faults]) say(`    bit ${bit & 7} of byte ${bit >> 3}`);
  }
  process.exitCode = wrong > 0 ? 1 : 0;
};

if (isBitsThread()) await serveBits();
else await main();
