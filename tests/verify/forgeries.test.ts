import { describe, expect, it } from 'vitest';
import { allClasses, makeOriginals } from '../../scripts/forgeries/all';
import { bitsOf, tryBits, tryInThreads } from '../../scripts/forgeries/bits';
import { elsewhere, everyCode } from '../../scripts/forgeries/codes';
import { judge } from '../../scripts/forgeries/judged';
import { honestList } from '../../scripts/forgeries/trusted';
import { runTool } from '../support/commands';
import { allOr } from '../support/everything';

const originals = await makeOriginals();
const honest = honestList();
const all = await allClasses(originals);
/** Files made to exhaust the reader have a test of their own (exhaustion.test.ts). */
const classes = all.filter(({ id }) => !id.startsWith('endless'));
const reached = new Set<string>();

describe.each(classes.map((one) => [one.id, one] as const))('forgeries: %s', (_, { forgeries }) => {
  it.each(forgeries.map((one) => [one.name.slice(0, 80), one] as const))('%s', async (_name, forgery) => {
    const { wrong, refusals, codes } = await judge(forgery);
    expect(wrong === '' ? '' : `${wrong}; it says ${refusals.join(', ')}`).toBe('');
    const trusted = await judge(forgery, honest);
    expect(trusted.wrong === '' ? '' : `by a list: ${trusted.wrong}; it says ${trusted.refusals.join(', ')}`).toBe('');
    const [code] = codes;
    if (code !== undefined && codes.length === 1) reached.add(code);
  });
});

it('has at least two of every class, and reaches every code by a file that fails that check alone', () => {
  expect(classes.filter(({ forgeries }) => forgeries.length < 2).map(({ id }) => id)).toEqual([]);
  const missing = Object.keys(everyCode).filter((code) => !reached.has(code) && !(code in elsewhere));
  expect(missing).toEqual([]);
  expect(Object.keys(elsewhere).filter((code) => reached.has(code))).toEqual([]);
});

it('accepts no file with one bit changed, and none makes a library throw', { timeout: 120_000 }, async () => {
  const tried = allOr(2500, 500, '5,000 files with one bit changed, beside 1,000 of them');
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  for (const pdf of [originals.record, originals.decision]) {
    const bits = bitsOf(pdf.length, seed, tried) ?? [];
    expect({ seed, ...(await tryBits(pdf, bits)) }).toEqual({ seed, tried, accepted: [], faults: [] });
  }
});

it('can be ended while it tries every bit, and says how many it has tried', { timeout: 120_000 }, async () => {
  runTool('forgeries', '--help'); // makes the bundle that the threads run
  const ending = new AbortController();
  const counts: number[] = [];
  const tried = await tryInThreads('./.tools/forgeries.mjs', originals.record, {
    threads: 2,
    seed: 1,
    count: undefined,
    ending: ending.signal,
    onTried: (count) => {
      counts.push(count);
      if (count >= 500) ending.abort();
    },
  });
  expect(tried).toEqual({ tried: counts.at(-1), accepted: [], faults: [] });
  expect(tried.tried).toBeGreaterThanOrEqual(500);
  expect(tried.tried).toBeLessThan(5000);
});
