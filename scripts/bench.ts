// `npm run bench [-- --copies N] [--json]`: how long a proof takes, beside reading the same policy, in one run.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parseJson } from '../src/base/canonical';
import { modelOf } from '../src/policy/model';
import { parsePolicy, parseSettings } from '../src/policy/parse';
import { prove } from '../src/policy/proof/prove';
import { chainedModel } from './bench/chained-policy';

const read = (file: string): unknown => {
  const json = parseJson(readFileSync(file), '');
  return json.ok ? json.value : undefined;
};

const policyFile = 'decision-trees/partnership/1.0.0.json';
const policyJson = read(policyFile);
const policy = parsePolicy(policyJson);
const settings = parseSettings(read('decision-trees/settings/example-council.json'));
if (!policy.ok || !settings.ok) throw new Error('the shipped policy or its settings do not parse');
const model = modelOf(policy.value, settings.value);

const rounds = 5;

const median = (work: () => unknown): number => {
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
};

const { values } = parseArgs({ options: { copies: { type: 'string', default: '2' }, json: { type: 'boolean' } } });
const copies = Number(values.copies);
const seed = 1;
const chained = chainedModel(model, copies, 2 * copies, seed);

const reading = median(() => parsePolicy(policyJson));
const rows = [
  { what: 'Reading the shipped policy', ms: reading },
  { what: 'Proving it for one council', ms: median(() => prove(model, false)) },
  { what: 'Proving it for all settings', ms: median(() => prove(model, true)) },
  {
    what: `Proving ${copies} copies in a chain, ${2 * copies} conditions across, seed ${seed}`,
    ms: median(() => prove(chained, false)),
  },
].map((row) => ({ ...row, ratio: row.ms / reading }));

if (values.json) process.stdout.write(`${JSON.stringify({ rounds, rows })}\n`);
else
  for (const { what, ms, ratio } of rows)
    process.stdout.write(`${what.padEnd(66)} ${ms.toFixed(0).padStart(7)} ms  ${ratio.toFixed(1).padStart(7)} ×\n`);
