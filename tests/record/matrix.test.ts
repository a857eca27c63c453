import { describe, expect, test } from 'vitest';
import { read } from '../../src/policy/evaluate';
import { walk } from '../../src/policy/walk';
import { bandOf, filledMatrices, levelsOf, placedRows, spotsIn } from '../../src/record/matrix';
import { knownPolicy } from '../support/policies';

describe('a matrix', () => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const [rule] = model.policy.matrices;
  if (!rule) throw new Error('no matrix');
  const empty = walk(model, new Map(), '2026-11-22');
  const walks = cases.map((one) => walk(model, new Map(Object.entries(one.answers)), one.today));

  test('places no row that has not both levels', () => {
    expect(placedRows(empty, rule)).toEqual([]);
  });

  test('gives each placed row its number in the list, its score, and the band of its cell', () => {
    const rows = model.lists.get('risks')?.items.map((item) => item.id);
    for (const walked of walks)
      for (const spot of spotsIn(walked, rule)) {
        expect(spot.number).toBe((rows?.indexOf(spot.row) ?? -1) + 1);
        expect(spot.score).toBe(read(walked, { value: 'inherent' }, spot.row));
        expect(spot.band?.id).toBe(read(walked, { value: 'inherent-band' }, spot.row));
      }
    expect(walks.some((walked) => spotsIn(walked, rule).length > 1)).toBe(true);
  });

  test('places rows where their levels are, and some case has one', () => {
    const [across, down] = [rule.levelsAcross, rule.levelsDown].map((list) =>
      levelsOf(empty, list).map(({ level }) => level),
    );
    const placed = walks.flatMap((walked) => placedRows(walked, rule));
    expect(placed.length).toBeGreaterThan(0);
    for (const one of placed) {
      expect(across).toContain(one.across);
      expect(down).toContain(one.down);
    }
  });

  test('is the same as one before it while no row has moved, and not once one has', () => {
    const told = (id: string) => {
      const found = cases.findIndex((one) => one.id === id);
      return filledMatrices(walks[found] ?? empty).map((one) => one.isSame);
    };
    expect(filledMatrices(empty)).toEqual([]);
    expect(told('new-go-ahead')).toEqual([false, true]);
    expect(told('existing-very-high-risk')).toEqual([false, false]);
  });

  test('lists levels from low to high', () => {
    const levels = levelsOf(empty, rule.levelsAcross).map(({ level }) => level);
    expect(levels.length).toBeGreaterThan(1);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levelsOf(empty, 'no-such-list')).toEqual([]);
  });

  test('gives every cell one band, the same whatever is answered', () => {
    const cells = levelsOf(empty, rule.levelsAcross).flatMap((across) =>
      levelsOf(empty, rule.levelsDown).map((down) => [across.level, down.level] as const),
    );
    for (const [across, down] of cells) {
      const band = bandOf(empty, rule, across, down);
      expect(band).toBeDefined();
      for (const walked of walks) expect(bandOf(walked, rule, across, down)).toEqual(band);
    }
    expect(new Set(cells.map(([across, down]) => bandOf(empty, rule, across, down)?.id)).size).toBeGreaterThan(1);
  });
});
