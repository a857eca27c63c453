import { expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import { saidIn } from '../../src/pdf/check';
import { compose } from '../../src/pdf/compose';
import { rendererSha256 } from '../../src/pdf/render';
import { sealRecord } from '../../src/record/seal';
import { sealingOf } from '../../scripts/bench/hand-over/sealing';
import { seeded } from '../support/answers';
import { knownPolicies } from '../support/policies';
import { logOf } from '../support/records';
import { resources } from './printed';

/** Answers that contradict each other, in a worked case: what is said of them names both. */
const atOdds = { 'a16-start': '2027-05', 'a16-has-last': 'yes', 'a16-last': '2027-02' };

it.each(
  knownPolicies().flatMap(({ name, model, cases }) =>
    cases.flatMap((one) => [
      [name, one.id, one, model] as const,
      ...('a16-start' in one.answers
        ? [[name, `${one.id} at odds`, { answers: { ...one.answers, ...atOdds } }, model] as const]
        : []),
    ]),
  ),
)(
  '%s, %s: every thing that a text names between braces is filled in on the pages',
  (_policy, _case, { answers }, model) => {
    const assessment = replay(model, logOf(model, new Map(Object.entries(answers)), seeded(7)));
    const sealing = sealingOf(rendererSha256(resources), '0'.repeat(64), '2026-12-01T12:00:00+00:00');
    const sealed = assessment && sealRecord(assessment, sealing);
    if (!assessment || !sealed?.ok) return; // no outcome, or files that are not at hand
    const { payload, id } = sealed.value;
    const record = { id, payload, policy: model.policy, settings: model.settings };
    const said = compose({ record, payload, assessment, naming: () => assessment.walk, language: 'en' }).flatMap(
      (block) => saidIn(block, ''),
    );
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
  },
);
