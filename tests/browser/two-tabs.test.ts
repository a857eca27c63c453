import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Step, twoTabs } from './tabs-model';

/** `TAB_RUNS=1000` tries that many interleavings, and then makes none of them shorter that fails: that takes longest. */
const runs = Number(import.meta.env['TAB_RUNS'] || 25);

const words = fc.constantFrom('borrower-name', 'event-name', 'store-contact');
const chosen = fc.constantFrom('for-profit', 'cost-agreed');
const deed: fc.Arbitrary<Step['deed']> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('answer' as const, 'colleague' as const), field: words }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      field: chosen,
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
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      field: fc.oneof(words, chosen),
      edit: fc.constantFrom('kept', 'wording', 'options', 'retired'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('carry' as const, 'colleague-carries' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('hand' as const, 'return' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'upgrade' as const,
        'bin' as const,
        'stay' as const,
        'go-back' as const,
        'offline' as const,
        'online' as const,
      ),
    }),
  },
);
const steps = fc.array(fc.record({ tab: fc.constantFrom(0 as const, 1 as const), wait: fc.boolean(), deed }), {
  minLength: 10,
  maxLength: 40,
  size: 'max',
});

it(
  'two tabs and a colleague lose no entry and come to the same, whatever they do and in whatever order',
  { timeout: 20_000 + runs * 10_000 },
  async () => {
    let [done, entries, changes, colleagues] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const tabs = await twoTabs();
        for (const step of list) await tabs.step(step);
        expect(await tabs.rest()).toEqual([]);
        const size = await tabs.size();
        done += list.length;
        entries += size.entries;
        changes += size.changes;
        colleagues += size.colleagues;
      }),
      { numRuns: runs, endOnFailure: runs > 25 },
    );
    console.info(
      `${done} steps in ${runs} interleavings: ${entries} entries, ${colleagues} of them the colleague’s, and ${changes} changes of policy`,
    );
    expect(entries).toBeGreaterThan(5 * runs);
    expect(Math.min(changes, colleagues)).toBeGreaterThan(runs / 5);
  },
);
