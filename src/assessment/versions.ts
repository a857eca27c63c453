import { partsOfKey } from '../policy/answer';
import { type Model, modelOf } from '../policy/model';
import { settingsFaults } from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import type { Walk } from '../policy/walk';
import { type Assessment, replay } from './assessment';
import { compareEntries, type Entry, isNote } from './log';

/** Policies and settings by their hashes: those that an assessment stood on before. */
export type Earlier = ReadonlyMap<string, Policy | Settings>;

/** An entry that names the version of the policy from there on: the beginning of a log, or a change. */
export type VersionEntry = Extract<Entry, { policy: string }>;

/** The versions that a log has stood on, by the entries that name them. */
export const versionsOf = (log: readonly Entry[]): readonly VersionEntry[] => log.filter((entry) => 'policy' in entry);

/** The model that each of them leads to; undefined where policy or settings are not there, or do not fit together. */
export const modelsOf = (versions: readonly VersionEntry[], known: Earlier): readonly (Model | undefined)[] =>
  versions.map((entry) => {
    const [policy, settings] = [known.get(entry.policy), known.get(entry.settings)];
    return policy && settings && 'questions' in policy && 'values' in settings && 'app' in settings
      ? settingsFaults(policy, settings).length === 0
        ? modelOf(policy, settings)
        : undefined
      : undefined;
  });

/** Whether a version of the policy has the question, the page or the outcome that an entry is about, if it is about one. */
export const hasSubject = (model: Model, entry: Entry): boolean => {
  if (entry.kind === 'outcome-shown') return model.outcomes.has(entry.outcome);
  if (!('field' in entry)) return true;
  return model[isNote(entry) ? 'pages' : 'places'].has(partsOfKey(entry.field).field);
};

/** In which walk the words of an entry are found. */
export type Naming = (entry: Entry) => Walk;

/**
 * What names the entries of an assessment: each one in the words that its author read, those of the version of the policy
 * that it was given under, with the answers as they stood when that was left. Only where that version does not know it, as
 * with what a colleague gave without having heard of the change, another one does.
 */
export const namingOf = ({ model, log, walk }: Assessment, earlier: Earlier): Naming => {
  const versions = versionsOf(log);
  const last = versions.at(-1);
  if (!last || versions.length < 2) return () => walk;
  const known: Earlier = new Map([...earlier, [last.policy, model.policy], [last.settings, model.settings]] as const);
  const models = modelsOf(versions, known);
  const walks = versions.map((_, index) => {
    const next = versions[index + 1];
    if (!next) return walk;
    const before = models[index];
    return before && replay(before, log.slice(0, log.indexOf(next)))?.walk;
  });
  return (entry) => {
    const under = walks[versions.findLastIndex((version) => compareEntries(version, entry) <= 0)];
    return [under, ...walks.toReversed()].find((one) => one && hasSubject(one.model, entry)) ?? walk;
  };
};
