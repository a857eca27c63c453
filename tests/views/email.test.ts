import { expect, test } from 'vitest';
import { askText } from '../../src/strings/ask';
import { coveringSubject, coveringText } from '../../src/strings/send';
import { mailTo } from '../../src/views/email';

const covering = {
  title: 'Warm Rooms',
  practice: false,
  reference: 'E-12345-ABCDE',
  recommendation: 'Continue',
  reason: 'It is valued.',
  lines: ['Timing: Start now'],
  decides: 'Executive',
  because: ['The overall risk is high.'],
  conditions: [
    { due: 'Before the decision', items: ['Agree the plan (Finance)'] },
    { due: 'Within three months', items: ['Set measures (Performance)', 'Ask users (Lead officer)'] },
  ],
  file: 'E-12345-ABCDE-2026-11-22.pdf',
};

test('a short email is opened whole; of a long one only the subject, and nothing is cut in two', () => {
  const short = new URL(mailTo({ cc: 'a@b.example', subject: 'Käse & Co', body: 'one\ntwo' }));
  expect(short.pathname).toBe('');
  expect(Object.fromEntries(short.searchParams)).toEqual({
    cc: 'a@b.example',
    subject: 'Käse & Co',
    body: 'one\r\ntwo',
  });
  const long = new URL(mailTo({ subject: 'Subject', body: 'word '.repeat(600) }));
  expect(Object.fromEntries(long.searchParams)).toEqual({ subject: 'Subject' });
});

test('a covering email says what is recommended, on which conditions and whose they are, and which file goes with it', () => {
  const text = coveringText(covering);
  expect(coveringSubject(covering)).toBe('Warm Rooms: Continue (E-12345-ABCDE)');
  for (const part of [
    covering.reference,
    'Timing: Start now',
    'Who decides: Executive\nWhy they decide: The overall risk is high.',
    '3 conditions go with it:',
  ])
    expect(text).toContain(part);
  expect(text).toContain('Before the decision:\n- Agree the plan (Finance)');
  expect(text).toContain('Within three months:\n- Set measures (Performance)\n- Ask users (Lead officer)');
  expect(text).toContain('The signed record is attached: E-12345-ABCDE-2026-11-22.pdf.');
});

test('a covering email without a record or conditions does not speak of them, and practice is said first', () => {
  const text = coveringText({ ...covering, practice: true, conditions: [], file: undefined });
  expect(text).toContain('No conditions go with it.');
  expect(text).not.toMatch(/attached/i);
  expect(text).toMatch(/^Hello,\n\nThis is for practice only/);
  expect(coveringSubject({ ...covering, practice: true })).toMatch(/^Practice only: /);
});

test('one email asks all that one role is asked, numbered through', () => {
  const text = askText({
    title: 'Warm Rooms',
    reference: 'E-12345-ABCDE',
    about: [{ key: 'What it is for', value: 'Rooms that stay warm' }],
    questions: [
      { question: 'Is it law?', options: ['Yes', 'No'], answered: 'I’m not sure', needed: 'Before the decision' },
    ],
    conditions: [{ text: 'Agree the plan', due: 'Before signing', who: 'Legal and Finance' }],
  });
  expect(text).toContain('(E-12345-ABCDE), and need your help.\n\nWhat it is for: Rooms that stay warm\n\n');
  expect(text).toContain('1. Is it law?\n   Possible answers: Yes / No\n   Answer so far: I’m not sure');
  expect(text).toContain('2. Agree the plan\n   Who: Legal and Finance\n   Needed: Before signing');
});
