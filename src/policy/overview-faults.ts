import { type Failure, failure, type Result, settle } from '../base/result';
import type { Operand } from './expression';
import { parsePolicy, type PolicyCode } from './parse';
import { placesIn } from './place';
import type { Policy } from './schema';

export type OverviewCode = 'policy.overview-kind' | 'policy.overview-row';

const kinds = new Map([
  ...['date', 'earliest'].map((kind) => [kind, 'date'] as const),
  ...['money', 'whole', 'scale', 'number', 'sum', 'product', 'count'].map((kind) => [kind, 'number'] as const),
]);

/** Whether an operand is a date or a number, as far as its declaration tells; `other` where it can be neither. */
const kindOf = (policy: Policy, operand: Operand): string | undefined => {
  if (typeof operand === 'number') return 'number';
  if (typeof operand === 'string') return undefined;
  const kind = (of: string | undefined): string => kinds.get(of ?? '') ?? 'other';
  if ('field' in operand) return kind(placesIn(policy).find(({ field }) => field.id === operand.field)?.field.kind);
  if ('value' in operand) {
    const value = policy.values.find(({ id }) => id === operand.value);
    return value?.list === undefined ? kinds.get(value?.as ?? value?.kind ?? '') : 'other';
  }
  if ('setting' in operand) return kind(policy.settings.find(({ id }) => id === operand.setting)?.kind);
  if ('today' in operand) return 'date';
  return 'contact' in operand || 'outcome' in operand ? 'other' : 'number';
};

const nameOf = (operand: Operand): string => {
  if (typeof operand !== 'object' || 'row' in operand) return '';
  return 'field' in operand ? operand.field : 'value' in operand ? operand.value : '';
};

/** What an overview puts in order of days, or adds up, and is none; and what has rows, of which no row is named. */
const overviewFaults = (policy: Policy): readonly Failure<OverviewCode>[] => {
  const repeated = new Set([
    ...placesIn(policy).flatMap(({ field, rows }) => (rows ? [field.id] : [])),
    ...policy.values.flatMap(({ id, each }) => (each ? [id] : [])),
  ]);
  return (policy.overview?.figures ?? []).flatMap((figure, index) => {
    const faults = (key: string, operands: readonly Operand[] = [], wanted?: 'date' | 'number') =>
      operands.flatMap((operand, at): readonly Failure<OverviewCode>[] => {
        const place = `overview.figures[${index}].${key}[${at}]`;
        const id = nameOf(operand);
        if (repeated.has(id)) return [failure('policy.overview-row', place, { id })];
        const kind = wanted && kindOf(policy, operand);
        return kind === undefined || kind === wanted
          ? []
          : [failure('policy.overview-kind', place, { wanted: wanted ?? '' })];
      });
    const inColumns = ('columns' in figure ? (figure.columns ?? []) : []).flatMap(({ from }, at) =>
      faults(`columns[${at}].from`, from),
    );
    if (figure.kind === 'due') return [...faults('day', figure.day, 'date'), ...inColumns];
    if (figure.kind === 'list') return inColumns;
    return [...faults('of', figure.of, 'number'), ...faults('by', figure.by, figure.step && 'date')];
  });
};

/**
 * A policy from outside as its owner has it checked: `parsePolicy`, and whether its overview can be drawn. The app does not
 * ask for that: what cannot be drawn is said to be not known, and harms no assessment.
 */
export const parsePublished = (value: unknown): Result<Policy, PolicyCode> => {
  const parsed = parsePolicy(value);
  return parsed.ok ? settle<Policy, PolicyCode>(overviewFaults(parsed.value), () => parsed.value) : parsed;
};
