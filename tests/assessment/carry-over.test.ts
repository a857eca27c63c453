import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenIn, replay } from '../../src/assessment/assessment';
import { areReceiptsOf, areSoundReceipts, receiptsFor } from '../../src/assessment/carry-over';
import { answersOf, type Entry, latestAnswers, ordered, type PolicyChange, withdrawn } from '../../src/assessment/log';
import { fold, machineOf } from '../../src/assessment/machine';
import { partsOfKey } from '../../src/policy/answer';
import { addressOf } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { anyEdit, changedLog, type Edit, nextVersion } from '../support/next-version';
import { knownPolicies, knownPolicy } from '../support/policies';
import { logOf } from '../support/records';

const isChange = (entry: Entry): entry is PolicyChange => entry.kind === 'policy-changed';

describe.each(knownPolicies())('an assessment of $name that goes on under a later version', ({ model }) => {
  const made = (seed: number) => {
    const log = logOf(model, randomAnswers(model, seeded(seed)), seeded(seed), { notes: seed % 2 === 0, changed: 3 });
    const edits = new Map<string, Edit>();
    const after = nextVersion(model, (field) => {
      const edit = anyEdit(seeded(seed + field.id.length * 31 + field.id.charCodeAt(0)))(field);
      edits.set(field.id, edit);
      return edit;
    });
    const changed = changedLog(log, model, after);
    const change = changed.find(isChange);
    if (!change) throw new Error('no change');
    return { log, edits, after, changed, change };
  };

  test('has exactly one receipt for every answer, in the order of the log, which says what became of it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { log, edits, change } = made(seed);
        const given = [...latestAnswers(log).values()].filter((entry) => 'value' in entry);
        expect(change.receipts.map(({ entry }) => entry)).toEqual(
          given.toSorted((a, b) => a.counter - b.counter).map(({ id }) => id),
        );
        for (const { entry, is } of change.receipts) {
          const edit = edits.get(partsOfKey(given.find(({ id }) => id === entry)?.field ?? '').field);
          if (edit !== undefined) expect(is).toBe(edit);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('has the answers that were kept and no other, in the log, on the screen and in the machine', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { log, after, changed, change } = made(seed);
        const kept = new Set(change.receipts.flatMap(({ entry, is }) => (is === 'kept' ? [entry] : [])));
        const expected = [...latestAnswers(log)].flatMap(([key, entry]) =>
          kept.has(entry.id) && 'value' in entry ? [[key, entry.value] as const] : [],
        );
        const assessment = replay(after, changed);
        expect([...answersOf(changed)]).toEqual(expected);
        expect(assessment && [...assessment.answers]).toEqual(expected);
        const walk = assessment?.walk;
        const last = walk?.path.at(-1);
        expect(
          fold(machineOf(after, walk?.today ?? ''), [{ type: 'answer', given: givenIn(changed) }]).context.answers,
        ).toEqual(assessment?.answers);
        expect(walk?.outcome ?? (last && addressOf(last))).toBe(
          fold(machineOf(after, walk?.today ?? ''), [{ type: 'answer', given: givenIn(changed) }]).value,
        );
      }),
      { numRuns: 10 },
    );
  });

  test('proves its receipts from the log before it, and no others', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, pick) => {
        const { log, after, change } = made(seed);
        const { receipts } = change;
        const at = pick % receipts.length;
        const said = receipts[at];
        if (!said) throw new Error('no receipt');
        const others = (['kept', 'wording', 'options', 'retired'] as const).filter((is) => is !== said.is);
        const proves = (other: typeof receipts): boolean =>
          areReceiptsOf(model, after, log, { ...change, receipts: other });
        expect(proves(receipts)).toBe(true);
        for (const is of others) expect(proves(receipts.with(at, { ...said, is }))).toBe(false);
        expect(proves(receipts.toSpliced(at, 1))).toBe(false);
        expect(proves([...receipts, said])).toBe(false);
        expect(proves(receipts.with(at, { ...said, entry: change.id }))).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  test('keeps every answer where nothing has changed but the version', () => {
    const log = logOf(model, randomAnswers(model, seeded(5)), seeded(5));
    const after = nextVersion(model, () => 'kept');
    expect(receiptsFor(model, after, log).filter(({ is }) => is !== 'kept')).toEqual([]);
    expect(replay(after, changedLog(log, model, after))?.walk.outcome).toBe(replay(model, log)?.walk.outcome);
  });
});

describe('what comes in later', () => {
  const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
  const log = logOf(model, randomAnswers(model, seeded(2)), seeded(2));
  const after = nextVersion(model, () => 'kept');
  const changed = changedLog(log, model, after);
  const change = changed.find(isChange);
  const last = log.findLast((entry) => entry.kind === 'answered');
  if (!change || !last) throw new Error('no change');

  test('from a colleague who had not seen the change does not count, and spoils nothing', () => {
    const theirs: Entry = { ...last, id: 'z'.repeat(26), author: 'c'.repeat(26), device: 'c'.repeat(26) };
    const joined = [...log, theirs, change];
    expect(answersOf(joined).has(last.field)).toBe(false);
    expect(areReceiptsOf(model, after, [...log, theirs], change)).toBe(true);
    const mine = { ...theirs, device: last.device };
    expect(areReceiptsOf(model, after, [...log, mine], change)).toBe(false);
  });

  test('before two changes spoils neither, whether it was heard of between them or not', () => {
    const mine = changed.slice(0, -1);
    const theirs: Entry = { ...last, id: 'z'.repeat(26), author: 'c'.repeat(26), device: 'c'.repeat(26) };
    const twice = nextVersion(after, () => 'kept', '1.2.0');
    const joined = ordered([...mine, theirs, change]);
    const heard = changedLog(joined, after, twice).findLast(isChange);
    const unheard = changedLog(changed, after, twice).findLast(isChange);
    if (!heard || !unheard) throw new Error('no change');
    expect(heard.receipts.length).toBe(unheard.receipts.length - 1);
    for (const one of [heard, unheard]) expect(areReceiptsOf(after, twice, joined, one)).toBe(true);
    const missing = { ...heard, receipts: heard.receipts.slice(1) };
    expect(areReceiptsOf(after, twice, joined, missing)).toBe(false);
  });

  test('where two devices have each changed the policy, receipts need only be sound', () => {
    const { receipts } = change;
    const sound = (given: PolicyChange['receipts']): boolean =>
      areSoundReceipts([model], after, log, { ...change, receipts: given });
    expect([sound(receipts), sound(receipts.slice(1))]).toEqual([true, true]);
    expect(sound([...receipts, ...receipts.slice(0, 1)])).toBe(false);
    expect(sound(receipts.map((one) => ({ ...one, is: 'retired' })))).toBe(false);
    expect(sound(receipts.map((one) => ({ ...one, entry: 'z'.repeat(26) })))).toBe(false);
  });

  test('a withdrawal of words does not undo the receipt', () => {
    const without = log.map((entry) => (entry.id === last.id ? withdrawn(last) : entry));
    expect(areReceiptsOf(model, after, without, change)).toBe(true);
    expect(answersOf([...without, change]).has(last.field)).toBe(false);
  });

  test('a setting that a question names is part of its words', () => {
    const settings = { ...model.settings, app: { ...model.settings.app, council: 'Another council' } };
    const said = after;
    const named = {
      ...said,
      settings,
      places: new Map(
        [...said.places].map(([id, place]) => [
          id,
          { ...place, field: { ...place.field, label: { en: 'For {app-council}?' } } },
        ]),
      ),
    };
    const old = { ...named, settings: model.settings };
    expect(receiptsFor(old, old, log).every(({ is }) => is === 'kept')).toBe(true);
    expect(receiptsFor(old, named, log).every(({ is }) => is === 'wording')).toBe(true);
  });
});
