import { expect, test } from 'vitest';
import { askedOnPath, questionOf } from '../../src/assessment/asked';
import { keyOf } from '../../src/policy/answer';
import { walk } from '../../src/policy/walk';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const framework = cases.find(({ id }) => id === 'regeneration-framework');

/** The question whether the head of another service has agreed, as it is put once these answers are given. */
const agreed = (...answers: readonly (readonly [string, string])[]): string | undefined => {
  const given = new Map([...Object.entries(framework?.answers ?? {}), ...answers]);
  const walked = walk(model, given, framework?.today ?? '');
  const place = askedOnPath(walked).get(keyOf('a10-agreed', 's1'));
  return place && questionOf(walked, place, 'en');
};

test('a row of the officer’s own is called by what was chosen in it, or by the name that was written', () => {
  expect(agreed()).toBe('Housing: Head told, and agreed?');
  expect(agreed(['a10-service/s1', 'other-service'], ['a10-service-name/s1', 'Museums'])).toBe(
    'Museums: Head told, and agreed?',
  );
  expect(agreed(['a10-service/s1', 'other-service'])).toBe('Another service: Head told, and agreed?');
});
