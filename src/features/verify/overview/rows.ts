import { writtenDate } from '../../../base/calendar';
import { grouped, writtenMoney } from '../../../base/money';
import { type Bar, type Figure, notKnown, overdueGroup } from '../../../record/overview';
import { endOf, isPast, type Step } from '../../../record/periods';
import { overviewStrings as strings } from '../../../strings/overview';
import type { BarRow } from '../../../ui/content/bar-table';

/** A month or a quarter as it is read: `March 2027`, `January to March 2027`. */
const periodWords = (period: string, step: Step): string => {
  const last = writtenDate(endOf(period, step));
  return step === 'month' ? last : `${writtenDate(period).split(' ')[0]} to ${last}`;
};

const counted = ({ id, amount }: Bar, label: string, strong = false): BarRow => ({
  key: id,
  label,
  amount,
  text: grouped(amount),
  strong,
});

/** By days: what is overdue first, then each quarter. */
export const dueRows = (bars: readonly Bar[]): readonly BarRow[] =>
  bars.map((bar) => {
    if (bar.id === overdueGroup) return counted(bar, strings.overdue, true);
    return counted(bar, bar.id === notKnown ? strings.noDay : periodWords(bar.id, 'quarter'));
  });

/** By what the policy says; periods that are past say so. */
export const sumRows = (figure: Extract<Figure, { kind: 'sum' }>, today: string): readonly BarRow[] =>
  figure.bars.map((bar) => {
    const { step, money } = figure;
    const past = step !== undefined && bar.id !== notKnown && isPast(endOf(bar.id, step), today);
    const named = step === undefined ? bar.label : `${periodWords(bar.id, step)}${past ? ` (${strings.past})` : ''}`;
    return {
      ...counted(bar, bar.id === notKnown ? strings.notKnown : named),
      text: money ? writtenMoney(bar.amount) : grouped(bar.amount),
    };
  });

export const labelRows = (bars: readonly Bar[]): readonly BarRow[] => bars.map((bar) => counted(bar, bar.label));

export const decisionRows = (bars: readonly Bar[]): readonly BarRow[] =>
  bars.map((bar) => counted(bar, strings.decided[bar.id] ?? bar.id));
