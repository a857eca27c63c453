import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import type { ReadyRecord } from '../../src/record/seal';
import { leavesOf, others, setAt } from '../pdf/leaf';
import { allOr } from '../support/everything';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf as partnershipLog } from '../support/records';
import { refusalsOf } from './forge';
import { logOf, namedFiles, print, recordOf, sign, verify } from './made';

const { model: partnership } = knownPolicy('decision-trees/partnership', '1.0.0.json');

/** A record of random answers to the policy about equipment or the one about partnerships, some changed, with notes. */
const anyRecord = fc
  .record({ seed: fc.nat(1_000_000), isShipped: fc.boolean(), changed: fc.nat(6), notes: fc.boolean() })
  .map(({ seed, isShipped, changed, notes }): ReadyRecord => {
    if (!isShipped) return recordOf({ log: logOf(seed) });
    const answers = randomAnswers(partnership, seeded(seed), { today: '2026-11-22' });
    return recordOf({
      under: partnership,
      log: partnershipLog(partnership, answers, seeded(seed), { notes, changed }),
    });
  });

const runs = allOr(60, 8, 'tests/verify/laws: 60 records, drawn at random');

describe('whatever is answered', () => {
  test('a record that is sealed, printed and signed is accepted, and read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (record) => {
        const verdict = await verify(await sign(print(record, namedFiles(record))));
        expect(refusalsOf(verdict)).toEqual([]);
        expect(verdict.accepted).toBe(true);
        expect(verdict.record?.id).toBe(record.id);
        expect(verdict.record?.payload).toEqual(record.payload);
      }),
      { numRuns: runs },
    );
  });

  test('any leaf of its data changed beside the same pages is refused, though the genuine key signs it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, fc.nat(), fc.nat(), async (record, place, which) => {
        const leaves = leavesOf(record.payload);
        const path = leaves[place % leaves.length] ?? [];
        const present = path.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], record.payload);
        const values = others(record.payload, path, present);
        fc.pre(values.length > 0);
        const changed = setAt(record.payload, path, values[which % values.length]);
        const bytes = utf8(canonical(changed as Json));
        const verdict = await verify(await sign(print({ ...record, bytes }, namedFiles(record))));
        expect({ path, accepted: verdict.accepted }).toEqual({ path, accepted: false });
      }),
      { numRuns: runs },
    );
  });
});
