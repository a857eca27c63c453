import { firstMatch, holds } from '../policy/evaluate';
import type { Condition, Operand } from '../policy/expression';
import { fill, inLanguage } from '../policy/present';
import type { Page } from '../policy/schema';
import type { Language, Text } from '../policy/text';
import type { Walk } from '../policy/walk';
import { askedOnPath, type OnPath } from './asked';
import { groundsOf } from './trace';

/** A row of a table of rules: of the routes of a page, or of a table that gives the outcome. */
interface Rule {
  readonly when?: Condition | undefined;
  readonly because?: Text | undefined;
  readonly then?: Operand;
}

interface Deciding {
  readonly rows: readonly Rule[];
  readonly rule: Rule;
}

/** The rules of a page and the one that matched: its routes, or the table to which its route hands on. */
const decidingOf = (walked: Walk, page: Page): Deciding | undefined => {
  const route = firstMatch(walked, page.next);
  if (!route) return undefined;
  const table = typeof route.to === 'string' ? undefined : walked.model.values.get(route.to.value);
  if (table?.kind !== 'table') return { rows: page.next, rule: route };
  const rule = firstMatch(walked, table.rows);
  return rule && { rows: table.rows, rule };
};

/** The rule that decided. Where the last page could lead nowhere else, the one that led to it did. */
const deciding = (walked: Walk): Deciding | undefined => {
  const { decidedBy, model, path, outcome } = walked;
  const last = decidedBy && model.pages.get(decidedBy.page);
  if (!last || outcome === undefined) return undefined;
  // a page that is asked for no row is passed over, and stands nowhere on the path
  return [...path.map(({ page }) => page), last]
    .map((page) => decidingOf(walked, page))
    .findLast((found) => found !== undefined && found.rows.length > 1);
};

const sentence = (walked: Walk, { because }: Rule, language: Language): string | undefined =>
  because && fill(walked, inLanguage(because, language), language);

/** The sentence of the rule that decided: of the route that led to the outcome, or of the row of its table. */
export const ruleThatDecided = (walked: Walk, language: Language): string | undefined => {
  const found = deciding(walked);
  return found && sentence(walked, found.rule, language);
};

/**
 * The sentences that say why an operand reads as it does: those of the table that gives it, of the tables that it takes it
 * from, and of those that their rules read.
 */
export const reasonsFor = (walked: Walk, operand: Operand, language: Language): readonly string[] => {
  const value = typeof operand === 'object' && 'value' in operand ? walked.model.values.get(operand.value) : undefined;
  const match = value?.kind === 'table' ? firstMatch(walked, value.rows) : undefined;
  if (!match) return [];
  const texts = [match.because, ...groundsOf(walked, match.when ? [match.when] : []).sentences];
  const sentences = texts.flatMap((text) => (text ? [fill(walked, inLanguage(text, language), language)] : []));
  return [...new Set([...sentences, ...reasonsFor(walked, match.then, language)])];
};

/**
 * What conditions rest on, in the order in which it is asked, and the sentences of the tables that were read on the way. Of
 * texts nothing is told, which only say that there is something to name, nor of what only says which questions are asked.
 */
export const restsOn = (
  walked: Walk,
  conditions: readonly Condition[],
  places = askedOnPath(walked),
): { readonly answers: readonly OnPath[]; readonly sentences: readonly Text[] } => {
  const { keys, sentences } = groundsOf(walked, conditions);
  const answers = [...places].flatMap(([key, place]) =>
    keys.has(key) && place.asked.field.kind !== 'text' && !place.asked.field.fork ? [place] : [],
  );
  return { answers, sentences };
};

/** Why an outcome is what it is. */
export interface Why {
  /** The sentence of the rule that decided, then those of the tables that it read. */
  readonly because: readonly string[];
  /** The answers that made it match, in the order in which they are asked; none for a rule that holds where no other does. */
  readonly answers: readonly OnPath[];
  /** The sentences of the rules that come after it and hold too. */
  readonly alsoHold: readonly { readonly because: string; readonly outcome: string }[];
  /** The sentences of the rules that were looked at before, none of which held, with the outcomes that they give. */
  readonly passedOver: readonly { readonly because: string; readonly outcome: string }[];
}

/** The rule that decided and the answers that made it match; undefined while there is no outcome. */
export const whyOutcome = (walked: Walk, language: Language): Why | undefined => {
  const found = deciding(walked);
  if (!found) return undefined;
  const { rows, rule } = found;
  const before = rows.slice(0, rows.indexOf(rule));
  const after = rows.slice(rows.indexOf(rule) + 1).filter(({ when }) => when !== undefined && holds(walked, when));
  /** Rules of a table with their sentences and the outcomes that they give. */
  const told = (rules: readonly Rule[]): Why['passedOver'] =>
    rules.flatMap((row) => {
      const because = sentence(walked, row, language);
      return because !== undefined && typeof row.then === 'string' ? [{ because, outcome: row.then }] : [];
    });
  const isTable = rule.then !== undefined;
  const conditions = rule.when ? [rule.when] : isTable ? [] : before.flatMap(({ when }) => when ?? []);
  const { answers, sentences } = restsOn(walked, conditions);
  return {
    because: [rule.because, ...sentences].flatMap((text) =>
      text ? [fill(walked, inLanguage(text, language), language)] : [],
    ),
    answers,
    passedOver: told(before),
    alsoHold: told(after),
  };
};

/** Of the rules that hold besides: those that lead to the same, and the first that by itself would lead elsewhere. */
export const whatElse = ({ outcome }: Walk, alsoHold: Why['alsoHold']): Why['alsoHold'] => {
  const elsewhere = alsoHold.find((rule) => rule.outcome !== outcome);
  return alsoHold.filter((rule) => rule.outcome === outcome || rule === elsewhere);
};
