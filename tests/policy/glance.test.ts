import { describe, expect, test } from 'vitest';
import { reasonsFor } from '../../src/assessment/why';
import { present } from '../../src/policy/present';
import { shownLines } from '../../src/policy/shown';
import { walk } from '../../src/policy/walk';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');

/** The lines beside the recommendation of a worked case, or of all of them, by the case. */
const glances = cases.map(({ id, answers, today }) => {
  const walked = walk(model, new Map(Object.entries(answers)), today);
  const lines = shownLines(walked, model.policy.headlines, 'en').map(({ label, texts }) => [label, texts.join('; ')]);
  return { id, walked, lines: new Map(lines as [string, string][]) };
});
const glance = (id: string) => glances.find((one) => one.id === id)?.lines;

describe('what stands beside the recommendation of the shipped policy', () => {
  test('a proposal: what for, with whom, from when, how long, and the money over that time', () => {
    const lines = glance('new-go-ahead');
    expect(lines?.get('What it is for')).toBe('Links patients of the health centre with local groups.');
    expect(lines?.get('Start asked for')).toBe('December 2026');
    expect(lines?.get('Expected to last')).toBe('2 years');
    expect(lines?.get('Staff days a year, £250 a day')).toBe('6');
    expect(lines?.get('All money and time, 2 years')).toBe('£15,000');
  });

  test('a review: how long it runs, last year’s results and the state of its agreement', () => {
    const lines = glance('existing-on-register');
    expect(lines?.get('How long it runs')).toBe('It has no end date');
    expect(lines?.get('Last year’s targets reached')).toBe('Some of them');
    expect(lines?.get('What was missed')).toMatch(/./);
    expect(lines?.get('Up-to-date written agreement')).toBe('Yes');
    expect(glance('existing-continue')?.get('All money and time, 3 years (no end date)')).toBe('£9,000');
  });

  test.each(glances)(
    '$id: each line has its own label, nothing unfilled, and one total at most',
    ({ walked, lines }) => {
      const shown = shownLines(walked, model.policy.headlines, 'en');
      expect(lines.size).toBe(shown.length);
      for (const { label } of shown) expect(label).not.toMatch(/[[\]{}]|\b1 years/);
      expect(shown.filter(({ label }) => label.startsWith('All money')).length).toBeLessThanOrEqual(1);
    },
  );

  test.each(glances)('$id: where somebody has to decide, it is said why they', ({ walked }) => {
    const { approver } = model.policy.approval;
    const reasons = reasonsFor(walked, approver, 'en');
    expect(reasons.length > 0).toBe(present(walked, approver, 'en').length > 0);
    for (const reason of reasons) expect(reason).not.toMatch(/[[\]{}]/);
  });

  test('a review that leaves equality for the register’s details says so, and one that gives them does not', () => {
    const under = (id: string): readonly string[] => {
      const walked = glances.find((one) => one.id === id)?.walked;
      const equality = model.policy.implications.find((heading) => heading.id === 'equality');
      return walked && equality ? shownLines(walked, equality.show, 'en').map(({ label }) => label) : [];
    };
    expect(under('existing-five-minutes')).toEqual(['Asked with the details for the register']);
    expect(under('existing-continue')).toEqual(['Equality assessment', 'Includes the most deprived areas']);
  });
});
