import { inLanguage, subjectOf, words } from '../policy/present';
import type { Walk } from '../policy/walk';

/** What a list says of an assessment: what is assessed, the section that it has come to, or the outcome. */
export const standingOf = (walk: Walk) => {
  const { model, path, outcome: id } = walk;
  const outcome = id === undefined ? undefined : model.outcomes.get(id);
  const section = outcome ? undefined : model.policy.sections.find((one) => one.id === path.at(-1)?.page.section);
  return {
    title: subjectOf(walk) ?? '',
    section: section && inLanguage(section.title, 'en'),
    outcome: outcome && words(walk, outcome.title, 'en'),
  };
};
