import { utf8 } from './bytes';
import { addDays, type IsoDate, type IsoTime, secondsOf, timeOf } from './calendar';

/** An entry of a whole day. */
export interface CalendarDay {
  /** The same for the same thing whenever the file is made, so that a calendar replaces what it has of it. */
  readonly uid: string;
  readonly date: IsoDate;
  readonly title: string;
  readonly text: string;
}

/** The most octets of a line, its break left out (RFC 5545, 3.1). */
const longest = 75;

/** TEXT values escape what would end them (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');

/** A line cut into pieces of at most 75 octets, each after the first begun with a space; never within a character. */
const folded = (line: string): string => {
  let [text, length] = ['', 0];
  for (const character of line) {
    const size = utf8(character).length;
    if (length + size > longest) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
};

const digits = (date: string): string => date.replace(/[-:]/g, '');

/** A moment in UTC, as `20261122T101500Z`. */
const stamp = (time: IsoTime): string => `${digits(timeOf(secondsOf(time)).slice(0, 19))}Z`;

/**
 * A calendar file (RFC 5545) of whole days, that take nobody's time. `product` names what made it, `now` is when.
 * Characters that are no text (controls other than a line break) must not be in what is given.
 */
export const calendarFile = (product: string, now: IsoTime, days: readonly CalendarDay[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    'CALSCALE:GREGORIAN',
    ...days.flatMap(({ uid, date, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART;VALUE=DATE:${digits(date)}`,
      `DTEND;VALUE=DATE:${digits(addDays(date, 1))}`,
      `SUMMARY:${escaped(title)}`,
      ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
