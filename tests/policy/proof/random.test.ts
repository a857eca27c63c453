import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../../src/policy/model';
import { parsePolicy } from '../../../src/policy/parse';
import { prove } from '../../../src/policy/proof/prove';
import { allOr } from '../../support/everything';
import { disagreements } from './agree';
import { modelWith } from './base';
import { bruteForce, passagesOf, TooMany } from './brute';
import { randomPolicy } from './random-policy';

/** More passages than these are too many to go through for one policy of hundreds. */
const mostPassages = 400;

/** What brute force finds; undefined where there is too much to go through, or no passage to an outcome. */
const foundIn = (model: Model, free: boolean) => {
  try {
    return bruteForce(passagesOf(model, mostPassages, free));
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
};

const numbers = fc.array(fc.nat(), { minLength: 300, maxLength: 500, size: 'max' });

const [few, fewFree] = allOr([200, 100], [60, 30], 'the proof beside brute force, for all 300 random policies');

describe('the proof and brute force say the same of random policies', () => {
  test.each([
    { settings: 'one council’s settings', free: false, runs: few },
    { settings: 'any settings', free: true, runs: fewFree },
  ])('under $settings', { timeout: 200_000 }, ({ free, runs }) => {
    const tally = { claims: 0, notDecided: 0, pathsOver: 0 };
    const count = { compared: 0, rejected: 0, skipped: 0 };
    fc.assert(
      fc.property(numbers, (drawn) => {
        const { policy, values } = randomPolicy(drawn);
        const parsed = parsePolicy(policy);
        const model = parsed.ok ? modelWith(parsed.value, values) : undefined;
        const found = model && foundIn(model, free);
        if (!model || !found) {
          count[parsed.ok ? 'skipped' : 'rejected'] += 1;
          return;
        }
        const proof = prove(model, free);
        if (!('claims' in proof)) throw new Error('a small policy that takes too much room');
        count.compared += 1;
        expect(disagreements(model, proof, found, tally, free)).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    process.stdout.write(`random policies: ${JSON.stringify({ free, ...count, ...tally })}\n`);
    expect(count.rejected).toBeLessThan(runs / 20);
    expect(count.compared).toBeGreaterThan(runs / 4);
    expect(tally.notDecided).toBeLessThan(tally.claims / 50);
    expect(tally.pathsOver).toBeLessThan(runs / 50);
  });
});
