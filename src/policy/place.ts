import type { Group, SimpleField } from './field';
import type { Rows } from './expression';
import type { Page, Policy } from './schema';

/** Where a field stands: its page, the group it is a row field of, and where its rows come from. */
export interface Place {
  readonly field: SimpleField | Group;
  readonly page: Page;
  readonly group?: Group;
  readonly rows?: Rows;
  /** Its path in the policy's file, as `questions[3].fields[0]`. */
  readonly path: string;
}

/** Made once for each policy: many ask. */
const known = new WeakMap<Policy, readonly Place[]>();

/** Every field of a policy in the order of the file, a group before its row fields. */
export const placesIn = (policy: Policy): readonly Place[] => {
  const places = known.get(policy) ?? placesOf(policy);
  known.set(policy, places);
  return places;
};

const placesOf = (policy: Policy): readonly Place[] =>
  policy.questions.flatMap((page, index) =>
    page.fields.flatMap((field, number): readonly Place[] => {
      const path = `questions[${index}].fields[${number}]`;
      const whole: Place = { field, page, path, ...(page.each && { rows: page.each.over }) };
      if (field.kind !== 'group') return [whole];
      const rows = field.over ?? { group: field.id };
      const inner = field.fields.map((one, at): Place => ({
        field: one,
        page,
        group: field,
        rows,
        path: `${path}.fields[${at}]`,
      }));
      return [whole, ...inner];
    }),
  );
