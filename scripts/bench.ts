// `npm run bench [-- --copies N] [--rounds N] [--only proof|next-question|drafts|hand-over|throughput|beside] [--records N] [--json] [--write]`: how long a proof takes, beside reading
// the same policy, how long an officer waits for the next question, beside a page that does nothing; and for "Saved" in a long draft and until it is open; and for the
// signed record, beside the same content made by pdfmake without signature or tags; how many records are verified in a
// second, beside pdfsig, which looks at the signature alone;
// and for the whole app, beside the same questions in SurveyJS and in bare React, which
// `--write` puts into docs/performance.md. In one run.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parseJson } from '../src/base/canonical';
import { modelOf } from '../src/policy/model';
import { parsePolicy, parseSettings } from '../src/policy/parse';
import { prove } from '../src/policy/proof/prove';
import { besideTable, measureBeside, renewed } from './bench/beside';
import { chainedModel } from './bench/chained-policy';
import { measureDrafts } from './bench/drafts';
import { measureHandOver } from './bench/hand-over';
import { measureNextQuestion } from './bench/next-question';
import { measureThroughput, throughputLines } from './bench/throughput';
import type { Painting } from './bench/paints';

interface Time {
  readonly ms: number;
  /** The time of processors, which other programs do not lengthen much. */
  readonly cpu: number;
}

/** The best of some rounds: what the machine does besides only ever adds to it. */
const best = (rounds: number, work: () => unknown): Time => {
  const times = Array.from({ length: rounds }, () => {
    const [before, used] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - before, cpu: (user + system) / 1000 };
  });
  return { ms: Math.min(...times.map(({ ms }) => ms)), cpu: Math.min(...times.map(({ cpu }) => cpu)) };
};

const read = (file: string): unknown => {
  const json = parseJson(readFileSync(file), '');
  return json.ok ? json.value : undefined;
};

const policyFile = 'decision-trees/partnership/1.0.0.json';
const policyJson = read(policyFile);
const policy = parsePolicy(policyJson);
const settingsFile = 'decision-trees/settings/example-council.json';
const settings = parseSettings(read(settingsFile));
if (!policy.ok || !settings.ok) throw new Error('the shipped policy or its settings do not parse');
const model = modelOf(policy.value, settings.value);

const { values } = parseArgs({
  options: {
    copies: { type: 'string', default: '25' },
    rounds: { type: 'string', default: '5' },
    records: { type: 'string', default: '1000' },
    only: { type: 'string' },
    json: { type: 'boolean' },
    write: { type: 'boolean' },
  },
});
const copies = Number(values.copies);
const rounds = Number(values.rounds);
const seed = 1;

/** What a policy owner waits for, in a process of its own. */
const command = (...more: readonly string[]): void =>
  void execFileSync(process.execPath, ['scripts/tool.mjs', 'policy', 'check', policyFile, ...more]);

const measureProof = () => {
  const chained = chainedModel(model, copies, 2 * copies, seed);
  let verdicts = '';
  const proveChained = (): void => {
    const proof = prove(chained, false);
    const claims = 'claims' in proof ? proof.claims : [];
    const of = (one: string): number => claims.filter(({ verdict }) => verdict === one).length;
    verdicts = `${of('holds')} claims hold, ${of('fails')} fail, ${claims.length === 0 ? 'all' : of('not-decided')} not decided, ${proof.room - ('nodes' in proof ? proof.nodes : proof.room)} nodes to spare`;
  };
  const reading = best(rounds, () => parsePolicy(policyJson));
  command();
  const rows = [
    { what: 'Reading the shipped policy', ...reading },
    { what: 'Proving it for one council', ...best(rounds, () => prove(model, false)) },
    { what: 'Proving it for all settings', ...best(rounds, () => prove(model, true)) },
    {
      what: 'The whole command for one council',
      ...best(rounds, () => command('--settings', settingsFile)),
      cpu: undefined,
    },
    { what: 'The whole command for all settings', ...best(rounds, () => command()), cpu: undefined },
    {
      what: `Proving ${copies} copies in a chain, ${2 * copies} conditions across, seed ${seed}`,
      ...best(1, proveChained),
    },
  ];
  return { rows: rows.map((row) => ({ ...row, ratio: row.ms / reading.ms })), verdicts };
};

const measurePainting = async () => {
  const { press, barePress, key, bareKey } = await measureNextQuestion(rounds);
  return [
    { what: 'A press on a bare page, painted', ...barePress, ratio: 1 },
    { what: 'An answer, to the next question painted', ...press, ratio: press.median / barePress.median },
    { what: 'A key on a bare page, painted', ...bareKey, ratio: 1 },
    { what: 'A key in a question, painted', ...key, ratio: key.median / bareKey.median },
  ];
};

const measureLongDraft = async () => {
  const { saved, opened, openedShort, entries } = await measureDrafts(rounds);
  return [
    { what: `A key to “Saved”, in a draft of ${entries} entries`, ...saved, ratio: 1 },
    { what: 'Opening a draft with each answer given once, to its list of answers', ...openedShort, ratio: 1 },
    { what: 'Opening the long one', ...opened, ratio: opened.median / openedShort.median },
  ];
};

const measureHands = async () => {
  const { ours, rival } = await measureHandOver(rounds);
  return [
    { what: `pdfmake: no signature, no tags, ${rival.pages} pages`, ...rival, ratio: 1 },
    {
      what: `Composed, tagged, signed and handed over, ${ours.pages} pages`,
      ...ours,
      ratio: ours.median / rival.median,
    },
  ];
};

const medianRow = ({
  what,
  median,
  p95,
  samples,
  ratio,
}: Painting & { readonly what: string; readonly ratio: number }) =>
  `${what.padEnd(66)} ${median.toFixed(0).padStart(7)} ms ${p95.toFixed(0).padStart(7)} ms at 95% of ${samples} ${ratio.toFixed(2).padStart(7)} ×\n`;

const isWanted = (part: string): boolean => values.only === undefined || values.only === part;
const proof = isWanted('proof') ? measureProof() : undefined;
const painting = isWanted('next-question') ? await measurePainting() : undefined;
const drafts = isWanted('drafts') ? await measureLongDraft() : undefined;
const handOver = isWanted('hand-over') ? await measureHands() : undefined;
const throughput = isWanted('throughput') ? await measureThroughput(Number(values.records)) : undefined;
const beside = isWanted('beside') ? await measureBeside(rounds) : undefined;

const performancePage = 'docs/performance.md';
if (beside && values.write) {
  writeFileSync(performancePage, renewed(readFileSync(performancePage, 'utf8'), besideTable(beside)));
  execFileSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', performancePage]);
}

if (values.json)
  process.stdout.write(`${JSON.stringify({ rounds, ...proof, painting, drafts, handOver, throughput, beside })}\n`);
else {
  for (const { what, ms, cpu, ratio } of proof?.rows ?? [])
    process.stdout.write(
      `${what.padEnd(66)} ${ms.toFixed(0).padStart(7)} ms ${(cpu?.toFixed(0) ?? '').padStart(7)} ms of processors ${ratio.toFixed(1).padStart(7)} ×\n`,
    );
  if (proof) process.stdout.write(`Of the chain, ${proof.verdicts}\n`);
  if (painting || drafts) process.stdout.write('At a quarter of this machine’s speed, in Chromium:\n');
  for (const row of [...(painting ?? []), ...(drafts ?? [])]) process.stdout.write(medianRow(row));
  if (handOver) process.stdout.write('From “Sign” to the file, in Chromium, each in a fresh page:\n');
  for (const row of handOver ?? []) process.stdout.write(medianRow(row));
  if (throughput) process.stdout.write(throughputLines(throughput));
  if (beside) process.stdout.write(besideTable(beside));
}
