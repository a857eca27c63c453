import { type Failure, failure } from '../base/result';
import type { Option } from './field';
import { placesIn } from './place';
import type { Policy } from './schema';

export type DuplicateCode = 'policy.duplicate-id';

/** An id and where it stands. */
interface Placed {
  readonly id: string;
  readonly path: string;
}

/** The items whose id an earlier one has already. */
export const repeated = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => {
  const seen = new Set<string>();
  return items.filter(({ id }) => seen.size === seen.add(id).size);
};

const placed = (items: readonly { readonly id: string }[], path: string): readonly Placed[] =>
  items.map(({ id }, index) => ({ id, path: `${path}[${index}].id` }));

/** The options of a field, those of the policy's lists in place. */
const placedOptions = (policy: Policy, options: readonly Option[], path: string): readonly Placed[] =>
  options.flatMap((option, index): readonly Placed[] => {
    const here = `${path}[${index}]`;
    if (!('from' in option)) return [{ id: option.id, path: `${here}.id` }];
    const { from } = option;
    const list = 'list' in from ? policy.lists.find(({ id }) => id === from.list) : undefined;
    return (list?.items ?? []).map(({ id }) => ({ id, path: `${here}.from` }));
  });

/** The parts of a policy whose items need ids of their own, and share them with no other part. */
const separate = [
  ...(['conditions', 'lists', 'roles', 'duePoints', 'sources', 'sections', 'guidance', 'headlines'] as const),
  ...(['implications', 'matrices', 'contradictions', 'looks', 'limits', 'indicators', 'stages'] as const),
];

/**
 * Every id that two things share, at the second of them. Pages and outcomes share one space, since routes lead to both;
 * so do fields, values and settings, since texts name all three.
 */
export const duplicateIds = (policy: Policy): readonly Failure<DuplicateCode>[] => {
  const places = placesIn(policy);
  const spaces: readonly (readonly Placed[])[] = [
    [...placed(policy.questions, 'questions'), ...placed(policy.outcomes, 'outcomes')],
    [
      ...places.map(({ field, path }) => ({ id: field.id, path: `${path}.id` })),
      ...placed(policy.values, 'values'),
      ...placed(policy.settings, 'settings'),
    ],
    ...separate.map((part) => placed(policy[part], part)),
    placed(policy.introduction ?? [], 'introduction'),
    placed(policy.overview?.figures ?? [], 'overview.figures'),
    placed(policy.register.sections, 'register.sections'),
    placed(policy.register.fields, 'register.fields'),
    ...policy.lists.map(({ items }, index) => placed(items, `lists[${index}].items`)),
    ...policy.implications.map(({ show }, index) => placed(show, `implications[${index}].show`)),
    ...policy.settings.map((setting, index) =>
      setting.kind === 'choice' ? placed(setting.options, `settings[${index}].options`) : [],
    ),
    ...places.map(({ field, path }) =>
      'options' in field ? placedOptions(policy, field.options, `${path}.options`) : [],
    ),
  ];
  return spaces.flatMap((space) => repeated(space).map(({ id, path }) => failure('policy.duplicate-id', path, { id })));
};
