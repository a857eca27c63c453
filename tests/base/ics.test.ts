import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDay, calendarFile } from '../../src/base/ics';
import { calendarEntries, calendarLines } from '../support/calendar';

const now = '2026-11-22T10:15:00+05:30';
const day: CalendarDay = { uid: 'draft-k01', date: '2027-02-28', title: 'Agree the plan', text: '' };
const file = (...days: readonly CalendarDay[]): string => calendarFile('Tool', now, days);

/** Any text, surrogates in pairs, with many of the characters that a calendar file must escape or fold. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('\\', ';', ',', '\n', '\\n', 'ŷ', '–', '𝄞', ':', '"', ' '),
      fc.string({ unit: 'grapheme' }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join('').replace(/[^\P{Cc}\n]/gu, ''));

describe('a calendar file', () => {
  test('is framed as the standard says', () => {
    expect(calendarLines(file(day))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:Tool',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:draft-k01',
      'DTSTAMP:20261122T044500Z',
      'DTSTART;VALUE=DATE:20270228',
      'DTEND;VALUE=DATE:20270301',
      'SUMMARY:Agree the plan',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('folds a long line within 75 octets, and never inside a character', () => {
    const long = file({ ...day, title: 'ŷ'.repeat(100) });
    const lines = long.split('\r\n');
    expect(calendarLines(long)).toContain(`SUMMARY:${'ŷ'.repeat(100)}`);
    const folds = lines.filter((line) => line.startsWith(' '));
    expect(folds.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).not.toContain('\ufffd');
  });

  test('escapes what would end a text', () => {
    expect(file({ ...day, title: 'a;b,c\\d', text: 'one\ntwo' })).toContain('SUMMARY:a\\;b\\,c\\\\d\r\n');
    expect(file({ ...day, title: 'a', text: 'one\ntwo' })).toContain('DESCRIPTION:one\\ntwo\r\n');
  });

  test('reads back as what was written, whatever the words', () => {
    fc.assert(
      fc.property(text, text, (title, more) => {
        const entry = calendarEntries(file({ ...day, title, text: more }))[0];
        expect(entry?.get('SUMMARY')).toBe(title);
        expect(entry?.get('DESCRIPTION') ?? '').toBe(more);
      }),
    );
  });
});
