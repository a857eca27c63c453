import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CasesCode, parseCases, type WorkedCase } from '../../src/policy/cases';
import { type CaseCode, runCase, shownOutcomes } from '../../src/policy/run-case';
import { edited } from '../support/edit';
import { knownPolicies, readJson } from '../support/policies';
import { equipment } from './scope';

describe.each(knownPolicies())('worked cases of $name', ({ model, cases }) => {
  test.each(cases)('$id: $title', (worked) => {
    expect(runCase({ worked, model }).differences).toEqual([]);
  });

  test('show each outcome', () => {
    const results = cases.map((worked) => runCase({ worked, model }));
    expect(shownOutcomes(model.policy, results).filter((one) => one.cases === 0)).toEqual([]);
  });
});

const { model } = equipment;
const file = readJson('tests/fixtures/equipment/1.0.0.cases.json');
const settingsOf = (id: string) => (id === model.settings.id ? model.settings : undefined);

/** Every failure of a file of cases, as code and place. */
const faults = (value: unknown): readonly string[] => {
  const parsed = parseCases(model.policy, settingsOf, value);
  return parsed.ok ? [] : parsed.failures.map(({ code, place }) => `${code} at ${place}`);
};

describe('a file of worked cases from outside', () => {
  test('is given back as it is where nothing is wrong, each case with its settings', () => {
    const parsed = parseCases(model.policy, settingsOf, file);
    expect(parsed.ok && parsed.value.map(({ worked }) => worked)).toEqual(file);
    expect(parsed.ok && parsed.value.every((one) => one.model.settings === model.settings)).toBe(true);
  });

  test.each<readonly [code: CasesCode, place: string, at: string, part: unknown]>([
    ['shape.missing', '[0].why', '[0].why', undefined],
    ['shape.unknown-key', '[0].answer', '[0].answer', {}],
    ['shape.unknown-key', '[0].expect.score', '[0].expect.score', 3],
    ['shape.format', '[0].today', '[0].today', '2026-02-30'],
    ['shape.form', '[0].answers.event-days', '[0].answers.event-days', 1.5],
    ['shape.kind', '[1]', '[1]', 'large-loan'],
    ['shape.forbidden-key', '[0].answers.__proto__', '[0].answers.__proto__', 'x'],
    ['cases.duplicate-id', '[1].id', '[1].id', 'small-loan'],
    ['cases.unknown-settings', '[0].settings', '[0].settings', 'harbour-twon'],
    ['cases.unknown-field', '[0].answers.borower-name', '[0].answers.borower-name', 'Harbour Choir'],
    ['cases.unknown-field', '[0].answers.constructor', '[0].answers.constructor', 'x'],
    ['cases.unknown-row', '[0].answers.service-wanted', '[0].answers.service-wanted', 'no'],
    ['cases.unknown-row', '[0].answers.event-name/row-1', '[0].answers.event-name/row-1', 'Summer concert'],
    ['cases.unknown-row', '[0].answers.service-wanted/parking', '[0].answers.service-wanted/parking', 'no'],
    ['cases.unfit-answer', '[0].answers.borrower-kind', '[0].answers.borrower-kind', 'choir'],
    ['cases.unfit-answer', '[0].answers.event-days', '[0].answers.event-days', 'two'],
    ['cases.unfit-answer', '[0].answers.event-days', '[0].answers.event-days', 0],
    ['cases.unfit-answer', '[0].answers.hazard', '[0].answers.hazard', []],
    ['cases.unknown-reference', '[0].expect.outcome', '[0].expect.outcome', 'lendd'],
    ['cases.unknown-reference', '[0].expect.path[1]', '[0].expect.path[1]', 'evnet'],
    ['cases.unknown-reference', '[0].expect.path[1]', '[0].expect.path[1]', 'event/delivery'],
    ['cases.unknown-reference', '[0].expect.conditions[0]', '[0].expect.conditions[0]', 'nothing'],
    ['cases.unknown-reference', '[0].expect.values.totl', '[0].expect.values.totl', 1],
  ])('%s at %s', (code, place, at, part) => {
    expect(faults(edited(file, at, part))).toContain(`${code} at ${place}`);
  });

  test('of any kind is read or refused, and nothing is thrown', () => {
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(faults([value, { answers: value }]))));
  });
});

describe('a case that does not hold says how', () => {
  const differences = (index: number, at: string, part: unknown) => {
    const cases = edited(file, `[${index}].${at}`, part) as readonly WorkedCase[];
    const worked = cases[index];
    return worked ? runCase({ worked, model }).differences : [];
  };

  test.each<readonly [code: CaseCode, place: string, params: object, index: number, at: string, part: unknown]>([
    ['cases.outcome', 'outcome', { expected: 'refer', found: 'lend' }, 0, 'expect.outcome', 'refer'],
    ['cases.unfinished', 'outcome', { expected: 'lend', page: 'agreement' }, 0, 'answers.agrees', undefined],
    ['cases.path', 'path', { step: 2, expected: 'history', found: 'event' }, 0, 'expect.path[1]', 'history'],
    ['cases.path', 'path', { step: 2, expected: '', found: 'event' }, 0, 'expect.path', ['borrower']],
    [
      'cases.conditions',
      'conditions',
      { missing: 'inspect', unexpected: 'give-deposit-back', found: 'give-deposit-back' },
      0,
      'expect.conditions',
      ['inspect'],
    ],
    ['cases.value', 'values.total', { id: 'total', expected: '1', found: '60000' }, 0, 'expect.values.total', 1],
    [
      'cases.value',
      'values.size',
      { id: 'size', expected: '60000', found: '"small"' },
      0,
      'expect.values.size',
      60_000,
    ],
    ['cases.minutes', 'minutes', { expected: 0, found: expect.any(Number) as number }, 0, 'expect.minutes', 0],
    ['cases.set-aside', 'answers.insured', { id: 'insured' }, 0, 'answers.insured', 'yes'],
  ])('%s', (code, place, params, index, at, part) => {
    expect(differences(index, at, part)).toContainEqual({ code, place, params });
  });

  test('and what it does not expect is not looked at', () => {
    expect(differences(0, 'expect', { outcome: 'lend' })).toEqual([]);
  });
});

test('outcomes are counted in the policy’s order, those that no case comes to among them', () => {
  const [first] = equipment.cases;
  const results = first ? [runCase({ worked: first, model })] : [];
  expect(shownOutcomes(model.policy, results)).toEqual([
    { id: 'lend', cases: 1 },
    { id: 'lend-on-conditions', cases: 0 },
    { id: 'refer', cases: 0 },
    { id: 'decline', cases: 0 },
  ]);
});
