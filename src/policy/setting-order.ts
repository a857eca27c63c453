import { type Failure, failure } from '../base/result';
import type { Policy } from './schema';
import type { SettingDeclaration, Settings } from './settings';

export type OrderCode = 'policy.order-kind' | 'policy.default-order';

type NumberDeclaration = Extract<SettingDeclaration, { min: number }>;

const isNumber = (declared: SettingDeclaration): declared is NumberDeclaration =>
  declared.kind === 'money' || declared.kind === 'whole';

/** Each setting that another one must not be above, with its place. Unknown ids are told with all other references. */
const ordered = (policy: Policy) =>
  policy.settings.flatMap((upper, index) => {
    if (!isNumber(upper) || upper.notBelow === undefined) return [];
    const lower = policy.settings.find((one) => one.id === upper.notBelow);
    return lower ? [{ upper, lower, place: `settings[${index}]` }] : [];
  });

/** Orders between settings that are no numbers, and defaults that do not keep an order. */
export const orderFaults = (policy: Policy): readonly Failure<OrderCode>[] =>
  ordered(policy).flatMap(({ upper, lower, place }): readonly Failure<OrderCode>[] => {
    if (!isNumber(lower) || lower === upper)
      return [failure('policy.order-kind', `${place}.notBelow`, { id: lower.id })];
    return upper.default !== undefined && lower.default !== undefined && upper.default < lower.default
      ? [failure('policy.default-order', `${place}.default`, { lower: lower.id, least: lower.default })]
      : [];
  });

/** Settings below another that they must not be below, whichever of the two is left to its default. */
export const brokenOrders = (policy: Policy, { values }: Settings): readonly Failure<'settings.order'>[] =>
  ordered(policy).flatMap(({ upper, lower }) => {
    const given = (id: string): boolean => Object.hasOwn(values, id);
    const [high, low] = [upper, lower].map((one) => (given(one.id) ? values[one.id] : one.default));
    if (typeof high !== 'number' || typeof low !== 'number' || high >= low) return [];
    const place = `values.${given(upper.id) ? upper.id : lower.id}`;
    return [failure('settings.order', place, { upper: upper.id, high, lower: lower.id, low })];
  });
