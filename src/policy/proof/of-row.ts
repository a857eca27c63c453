import type { Condition } from '../expression';
import type { Model } from '../model';

/** Whether the row at hand decides what one of the operands of a condition comes to. */
export const isOfRow = ({ places, values }: Model, condition: Condition): boolean => {
  const isRepeated = (operand: unknown): boolean => {
    if (typeof operand !== 'object' || operand === null || 'row' in operand) return false;
    if ('value' in operand) return values.get(String(operand.value))?.each !== undefined;
    const field = 'field' in operand ? operand.field : 'score' in operand ? operand.score : '';
    return places.get(String(field))?.rows !== undefined;
  };
  const operands: readonly unknown[] = Object.values(condition);
  return isRepeated(condition) || operands.some(isRepeated);
};
