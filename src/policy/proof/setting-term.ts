import { type Model, settingOf } from '../model';
import type { Diagram } from './diagram';
import type { Space } from './space';

/** The settings that one is never below, in one step or more. */
const belowIn = (model: Model, id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (one: string): void => {
    const declared = model.policy.settings.find((setting) => setting.id === one);
    const below = declared && 'notBelow' in declared ? declared.notBelow : undefined;
    if (below === undefined || found.has(below)) return;
    found.add(below);
    visit(below);
  };
  visit(id);
  return found;
};

/** What a setting reads as: the council's, or anything that its declaration allows. */
export const settingTerm = (space: Space, id: string): Diagram => {
  const declared = space.model.policy.settings.find((one) => one.id === id);
  if (!space.free || !declared) {
    const value = settingOf(space.model, id);
    if (value === undefined || typeof value === 'number' || typeof value === 'string') return space.leaf(value);
    return value.length === 0 ? space.none : space.leaf(space.words(id, { isMany: true }));
  }
  const left = (given: Diagram): Diagram =>
    declared.default === undefined ? space.maybe(`no ${id}`, [given, space.none]) : given;
  switch (declared.kind) {
    case 'money':
    case 'whole':
      return left(
        space.leaf(
          space.unknown({
            key: id,
            low: declared.min,
            high: declared.max,
            level: -1,
            notBelow: belowIn(space.model, id),
          }),
        ),
      );
    case 'text':
      return left(space.leaf(space.words(id)));
    case 'choice':
      return left(
        space.maybe(
          id,
          declared.options.map((option) => space.leaf(option.id)),
        ),
      );
    case 'list':
      return space.maybe(`items in ${id}`, [space.none, space.leaf(space.words(id, { isMany: true }))]);
  }
};
