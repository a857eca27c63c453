import { keyOf } from '../policy/answer';
import { inLanguage, subjectOf, words } from '../policy/present';
import type { Assessment } from './assessment';
import { isNote } from './log';

/** What a draft's name was last said to be, where that does not count now: it waits to be confirmed, or is set aside. */
const lastSaid = ({ model, log }: Assessment): string | undefined => {
  for (const id of model.policy.subject) {
    const last = log.findLast((entry) => 'field' in entry && entry.field === keyOf(id) && !isNote(entry));
    const isText = model.places.get(id)?.field.kind === 'text';
    if (isText && last && 'value' in last && typeof last.value === 'string') return last.value;
  }
  return undefined;
};

/**
 * What a list says of an assessment: what is assessed, the section that it has come to, or the outcome. It is what the log
 * comes to, and nothing else: a name that was taken back or withdrawn is in none of it.
 */
export const standingOf = (assessment: Assessment) => {
  const { model, path, outcome: id } = assessment.walk;
  const outcome = id === undefined ? undefined : model.outcomes.get(id);
  const section = outcome ? undefined : model.policy.sections.find((one) => one.id === path.at(-1)?.page.section);
  return {
    title: subjectOf(assessment.walk) ?? lastSaid(assessment) ?? '',
    section: section && inLanguage(section.title, 'en'),
    outcome: outcome && words(assessment.walk, outcome.title, 'en'),
  };
};
