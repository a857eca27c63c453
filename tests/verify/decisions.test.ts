import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/verify/verdict';
import { lineSentences } from '../../src/strings/verdict';
import { madeRecord, verify } from './made';
import { lineOf, refusalsOf } from './forge';
import { chainOf, decidedAt, madeAfter, madeDecision } from './made-sequel';

const states = (verdict: Verdict): Readonly<Record<string, string>> =>
  Object.fromEntries(verdict.lines.map(({ id, state }) => [id, state]));

const checked = {
  form: 'good',
  unchanged: 'good',
  enclosed: 'good',
  data: 'good',
  text: 'good',
  layout: 'good',
  signer: 'good',
  time: 'good',
  trust: 'not-checked',
};
const allGood = {
  ...checked,
  inside: 'good',
  rules: 'good',
  decided: 'good',
  level: 'good',
  people: 'good',
  against: 'good',
};

describe('an honest decision', () => {
  it('is accepted line by line, with the record that it is about', async () => {
    const record = await madeRecord();
    const verdict = await verify(await madeAfter(record));
    expect(refusalsOf(verdict)).toEqual([]);
    expect(states(verdict)).toEqual(allGood);
    expect(verdict.record?.id).toBe((await chainOf(record)).record.id);
    expect(verdict.proven?.sequels.map(({ payload }) => payload.kind)).toEqual(['decision']);
  });
});
