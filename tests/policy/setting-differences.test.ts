import { expect, test } from 'vitest';
import { evidenceRules } from '../../src/policy/app-settings';
import { settingDifferences } from '../../src/policy/setting-differences';
import type { Settings } from '../../src/policy/settings';
import { publishedStrings } from '../../src/strings/published';
import { knownPolicy } from '../support/policies';

const {
  model: { policy, settings },
} = knownPolicy('decision-trees/partnership', '1.0.0.json');

const between = (values: Partial<Settings['values']>, app: Partial<Settings['app']> = {}) =>
  settingDifferences(
    settings,
    { ...settings, values: { ...settings.values, ...values } as Settings['values'], app: { ...settings.app, ...app } },
    policy,
    'en',
  );

test('nothing differs from itself', () => {
  expect(between({})).toEqual([]);
});

test('amounts, numbers, choices and texts are told as people read them', () => {
  const told = between({ 'register-threshold': 2500050, 'risk-later-months': 3, nation: 'Wales' }).map((one) => [
    one.id,
    publishedStrings.first(one),
    publishedStrings.second(one),
  ]);
  expect(told).toEqual([
    ['register-threshold', '£30,000', '£25,000.50'],
    ['risk-later-months', '6', '3'],
    ['nation', 'England', 'Wales'],
  ]);
});

test('a setting that the policy does not ask for is left out', () => {
  expect(between({ 'of-another-policy': 'new' })).toEqual([]);
});

test('of a list only what one of them has by itself is named', () => {
  const themes = settings.values['themes'];
  if (!Array.isArray(themes)) throw new Error('no list');
  const [first, ...rest] = themes;
  const more = { id: 'sport', label: { en: 'Sport' } };
  const [found] = between({ themes: [...rest, more] as never });
  expect(found).toMatchObject({ part: 'values', id: 'themes', second: ['Sport'] });
  expect(found?.first).toEqual([typeof first === 'object' ? first.label.en : undefined]);
  const [turned] = between({ themes: themes.toReversed() });
  expect(turned && publishedStrings.first(turned)).toMatch(/not in the same order/);
});

test('a setting that one file leaves out has what the policy says then', () => {
  const { 'day-rate': rate, ...values } = settings.values;
  expect(rate).toBe(25_000); // as the policy has it too
  const [same] = settingDifferences(settings, { ...settings, values }, policy, 'en');
  expect(same && publishedStrings.second(same)).toBe('The same, but not in the same order or form');
  const dearer: Settings = { ...settings, values: { ...values, 'day-rate': 30_000 } };
  expect(settingDifferences(dearer, { ...settings, values }, policy, 'en')).toMatchObject([
    { id: 'day-rate', first: ['£300'], second: ['£250'] },
  ]);
});

test('the app’s own settings are told one by one, with their units, and long ones are cut', () => {
  const found = between(
    {},
    {
      council: 'A'.repeat(290),
      evidence: { ...evidenceRules(settings), bytesEach: 7_500_000 },
      retentionMonths: { drafts: 6 },
    },
  );
  expect(found.map(({ id }) => publishedStrings.app(id))).toEqual([
    'Council',
    'Largest file of evidence',
    'How long assessments are kept',
    'How long signed records are kept',
    'How long the names of people are kept',
  ]);
  expect(found.map(publishedStrings.second)).toEqual([
    `${'A'.repeat(199)}…`,
    '7.5 MB',
    '6 months',
    'Nothing that the other does not have',
    'Nothing that the other does not have',
  ]);
});
