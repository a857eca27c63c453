import { firstMatch } from '../policy/evaluate';
import { inLanguage } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';

/** The sentence of the rule that decided: of the route that led to the outcome, or of the row of its table. */
export const ruleThatDecided = (walked: Walk, language: Language): string | undefined => {
  const { decidedBy, model } = walked;
  const route = decidedBy && model.pages.get(decidedBy.page)?.next[decidedBy.index];
  if (!route) return undefined;
  const table = typeof route.to === 'string' ? undefined : model.values.get(route.to.value);
  const because = table?.kind === 'table' ? firstMatch(walked, table.rows)?.because : route.because;
  return because && inLanguage(because, language);
};
