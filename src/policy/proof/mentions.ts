import { comparisons as comparisonNames } from '../expression';
import { objectsIn } from '../references';
import type { Policy } from '../schema';

const againsts = (object: Readonly<Record<string, unknown>>): readonly unknown[] =>
  comparisonNames.flatMap((name) => (name in object ? [object[name]].flat() : []));

/** The ids that conditions compare with, the rows that operands pick, and what stands in for "not answered". */
export const mentionedIn = (policy: Policy): ReadonlySet<string> =>
  new Set(
    objectsIn(policy).flatMap(({ object }) =>
      [...againsts(object), object['row'], object['else']].filter((one) => typeof one === 'string'),
    ),
  );

/** Fields on either side of a comparison with another operand, and fields whose ticks give rows. */
export const comparedWholeIn = (policy: Policy): ReadonlySet<string> =>
  new Set(
    objectsIn(policy).flatMap(({ object }): readonly string[] => {
      const { chosen } = object;
      if (
        typeof chosen === 'string' &&
        policy.questions.some((page) =>
          page.fields.some(
            (field) => field.kind === 'group' && field.over && 'chosen' in field.over && field.over.chosen === chosen,
          ),
        )
      )
        return [chosen];
      const fields = [object, ...againsts(object)].flatMap((one) =>
        typeof one === 'object' && one !== null && 'field' in one && typeof one.field === 'string' ? [one.field] : [],
      );
      return againsts(object).some((one) => typeof one === 'object' && one !== null && 'field' in one) ? fields : [];
    }),
  );
