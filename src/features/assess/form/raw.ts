import { isCalendarDay, isoDate } from '../../../base/calendar';
import { grouped, type MoneyCode, parseMoney } from '../../../base/money';
import { fail, type Result, succeed } from '../../../base/result';
import { canonicalText, refusedCharacters } from '../../../base/text';
import type { Answer, FileAnswer } from '../../../policy/answer';
import type { Group, SimpleField } from '../../../policy/field';

/** What a form holds while someone fills a field in: text as typed, ids as chosen. */
export type Raw = string | readonly string[] | readonly FileAnswer[] | RawDate;
export interface RawDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type FieldCode =
  | MoneyCode
  | 'field.empty'
  | 'field.too-long'
  | 'field.characters'
  | 'field.not-a-number'
  | 'field.range'
  | 'field.money-range'
  | 'field.date-parts'
  | 'field.not-a-date'
  | 'field.date-range'
  | 'field.not-offered'
  | 'field.too-few'
  | 'field.too-many';

/** What a field of text, of a number or of one choice holds. */
export const textOf = (value: Raw | Answer): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** An empty form value for a field. */
export const emptyRaw = (field: SimpleField | Group): Raw => {
  switch (field.kind) {
    case 'choices':
    case 'file':
    case 'group':
      return [];
    case 'date':
      return { day: '', month: '', year: '' };
    case 'choice':
    case 'text':
    case 'money':
    case 'whole':
    case 'scale':
      return '';
  }
};

const amount = (pence: number): string => {
  const rest = pence % 100;
  return `${grouped((pence - rest) / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
};

/** An answer as a form shows it. */
export const rawOf = (field: SimpleField | Group, answer: Answer | undefined): Raw => {
  if (answer === undefined) return emptyRaw(field);
  switch (field.kind) {
    case 'money':
      return amount(Number(answer));
    case 'date': {
      const [year = '', month = '', day = ''] = textOf(answer).split('-');
      return { year, month: String(Number(month)), day: day === '' ? '' : String(Number(day)) };
    }
    case 'choices':
    case 'file':
    case 'group':
      return answer as readonly string[];
    case 'choice':
    case 'text':
    case 'whole':
    case 'scale':
      return textOf(answer);
  }
};

const parsed = (value: Answer): Result<Answer, never> => succeed(value);

const wholeNumber = (text: string, min: number, max: number, key: string): Result<Answer, FieldCode> => {
  const compact = text.replace(/[\s,]/g, '');
  if (!/^\d{1,15}$/.test(compact)) return fail('field.not-a-number', key, { text });
  const number = Number(compact);
  return number < min || number > max
    ? fail('field.range', key, { min: grouped(min), max: grouped(max) })
    : parsed(number);
};

const date = (raw: RawDate, precision: 'day' | 'month', key: string): Result<Answer, FieldCode> => {
  const [day, named, year] = [raw.day, raw.month, raw.year].map((part) => part.trim()) as [string, string, string];
  const month = /^[a-z]{3,9}$/i.test(named) ? String(new Date(`${named} 1, 2000`).getMonth() + 1) : named;
  const missing = [
    ...(day === '' && precision === 'day' ? ['day'] : []),
    ...(month === '' ? ['month'] : []),
    ...(year === '' ? ['year'] : []),
  ];
  if (missing.length > 0) return fail('field.date-parts', key, { missing: missing.join(' and ') });
  if (![day, month, year].every((part) => /^\d{0,4}$/.test(part)) || year.length !== 4)
    return fail('field.not-a-date', key);
  const known = day === '' ? undefined : Number(day);
  return isCalendarDay(Number(year), Number(month), known)
    ? parsed(isoDate(Number(year), Number(month), known))
    : fail('field.not-a-date', key);
};

const text = (raw: string, max: number, lines: boolean, key: string): Result<Answer, FieldCode> => {
  const canonical = canonicalText(raw, lines);
  const refused = refusedCharacters(canonical, lines);
  if (refused.length > 0) return fail('field.characters', key, { characters: refused.slice(0, 10).join(' ') });
  return canonical.length > max
    ? fail('field.too-long', key, { max, over: canonical.length - max })
    : parsed(canonical);
};

/** Whether nothing is filled in. */
export const isEmpty = (raw: Raw): boolean => {
  if (typeof raw === 'string') return raw.trim() === '';
  if (Array.isArray(raw)) return raw.length === 0;
  return Object.values(raw as RawDate).every((part: string) => part.trim() === '');
};

/** What someone has filled in as an answer; undefined where the field is empty. `key` is the place of a failure. */
export const parseRaw = (
  field: SimpleField | Group,
  raw: Raw | undefined,
  key: string,
): Result<Answer | undefined, FieldCode> => {
  if (raw === undefined || isEmpty(raw)) return succeed(undefined);
  switch (field.kind) {
    case 'choice':
      return parsed(textOf(raw));
    case 'scale':
      return parsed(Number(raw));
    case 'choices':
      return parsed(raw as readonly string[]);
    case 'text':
      return text(textOf(raw), field.max, field.lines === true, key);
    case 'whole':
      return wholeNumber(textOf(raw), field.min, field.max, key);
    case 'money': {
      const pence = parseMoney(textOf(raw), key);
      const [min, max] = [field.min ?? 0, field.max ?? Number.MAX_SAFE_INTEGER];
      if (!pence.ok) return pence;
      return pence.value < min || pence.value > max
        ? fail('field.money-range', key, { min: `£${amount(min)}`, max: `£${amount(max)}` })
        : parsed(pence.value);
    }
    case 'date':
      return date(raw as RawDate, field.precision, key);
    case 'file':
      return (raw as readonly FileAnswer[]).length > field.most
        ? fail('field.too-many', key, { most: field.most })
        : parsed(raw as readonly FileAnswer[]);
    case 'group': {
      const rows = raw as readonly string[];
      return rows.length > (field.max ?? 50) ? fail('field.too-many', key, { most: field.max ?? 50 }) : parsed(rows);
    }
  }
};
