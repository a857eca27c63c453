import type { Policy } from '../schema';
import { placeholdersIn, textsIn } from '../wording';
import { referencesIn } from '../references';
import { type Finding, finding } from './claim';

/** The parts of a policy that are there to be named by others, and what each is called. */
const parts = [
  ['lists', 'list'],
  ['roles', 'role'],
  ['duePoints', 'due point'],
  ['sources', 'source'],
  ['sections', 'section'],
  ['values', 'value'],
  ['settings', 'setting'],
  ['stages', 'stage'],
] as const;

/** What a policy declares and never uses. */
export const unusedParts = (policy: Policy): readonly Finding[] => {
  const used = new Set(referencesIn(policy).map(({ kind, id }) => `${kind} ${id}`));
  const named = new Set(
    textsIn(policy).flatMap(({ text }) => Object.values(text).flatMap((words) => placeholdersIn(words ?? ''))),
  );
  // a table may give a role, as that of who decides
  const given = new Set(
    policy.values.flatMap((value) => (value.kind === 'table' ? value.rows.map(({ then }) => then) : [])),
  );
  return parts.flatMap(([part, kind]) =>
    policy[part].flatMap(({ id }, index) => {
      const isNamed = (kind === 'value' || kind === 'setting') && named.has(id);
      const isGiven = kind === 'role' && given.has(id);
      return isNamed || isGiven || used.has(`${kind} ${id}`)
        ? []
        : [finding('lint.unused', `${part}[${index}]`, { id, kind })];
    }),
  );
};
