import { placesIn } from './place';
import type { Policy } from './schema';

/** The fields of a policy that hold the names of people, or how to reach them, by their ids. */
export const personFields = (policy: Policy): readonly string[] =>
  placesIn(policy).flatMap(({ field }) => (field.kind === 'text' && field.person === true ? [field.id] : []));
