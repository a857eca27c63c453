import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Step, twoTabs } from './tabs-model';

/** `TAB_RUNS=1000` tries that many interleavings. */
const runs = Number(import.meta.env['TAB_RUNS'] || 25);

const words = fc.constantFrom('borrower-name', 'event-name');
const deed: fc.Arbitrary<Step['deed']> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), field: words }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      field: fc.constantFrom('for-profit', 'cost-agreed'),
      value: fc.constantFrom('yes', 'no', 'unsure'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const), field: words }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('note' as const), field: fc.constantFrom('borrower', 'event') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('type' as const), field: words }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('reload' as const, 'close' as const, 'withdraw' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('upgrade' as const) }) },
);
const steps = fc.array(fc.record({ tab: fc.constantFrom(0 as const, 1 as const), wait: fc.boolean(), deed }), {
  minLength: 10,
  maxLength: 40,
  size: 'max',
});

it(
  'two tabs lose no entry and come to the same, whatever they do and in whatever order',
  { timeout: 20_000 + runs * 10_000 },
  async () => {
    let [done, entries] = [0, 0];
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const tabs = await twoTabs();
        for (const step of list) await tabs.step(step);
        expect(await tabs.rest()).toEqual([]);
        done += list.length;
        entries += (await tabs.size())[0];
      }),
      { numRuns: runs },
    );
    console.info(`${done} steps in ${runs} interleavings, ${entries} entries`);
    expect(entries).toBeGreaterThan(5 * runs);
  },
);
