import { whyOutcome } from '../assessment/why';
import { raisedConditions } from '../policy/evaluate';
import { inLanguage, itemLabel, operandLabel, words } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { type MatrixRule, type Spot, spotsIn } from './matrix';
import { type Said, sayingsOf } from './sayings';

/** What the record says and what the auditor says; undefined where one of them says nothing. */
export interface Both<Value> {
  readonly record: Value | undefined;
  readonly auditor: Value | undefined;
}

/** A question that both were asked, or one of them, with what each answered. */
export interface Differing extends Both<string> {
  readonly name: string;
}

/** Where a row of a matrix stands. */
export interface Rated {
  readonly across: number;
  readonly down: number;
  readonly score: number;
  readonly band: string | undefined;
}

/** A row that the two rate otherwise. */
export interface RatedOtherwise extends Both<Rated> {
  readonly matrix: string;
  readonly name: string;
  readonly across: string;
  readonly down: string;
}

/** Where answers come to, and why. */
export interface Came {
  readonly outcome: string;
  readonly title: string;
  readonly because: readonly string[];
}

/** How an auditor's own answers, given from the evidence, compare with those of a record. */
export interface Reperformance {
  readonly sameOutcome: boolean;
  readonly came: { readonly record: Came; readonly auditor: Came };
  /** Asked of both and answered otherwise: what was chosen, counted or dated, on which the outcome can rest. */
  readonly answers: readonly Differing[];
  /** The same of what was written freely or enclosed. */
  readonly free: readonly Differing[];
  /** Asked of one of the two alone. */
  readonly onlyRecord: readonly Said[];
  readonly onlyAuditor: readonly Said[];
  readonly ratings: readonly RatedOtherwise[];
  /** Conditions that one of the two alone has. */
  readonly conditions: readonly { readonly text: string; readonly by: 'record' | 'auditor' }[];
}

const cameTo = (walk: Walk, language: Language): Came => {
  const id = walk.outcome ?? '';
  const outcome = walk.model.outcomes.get(id);
  return {
    outcome: id,
    title: outcome ? words(walk, outcome.title, language) : id,
    because: whyOutcome(walk, language)?.because ?? [],
  };
};

const ratedOtherwise = (
  rule: MatrixRule,
  record: Walk,
  auditor: Walk,
  language: Language,
): readonly RatedOtherwise[] => {
  const [theirs, own] = [record, auditor].map((walk) => new Map(spotsIn(walk, rule).map((spot) => [spot.row, spot])));
  const { over } = rule;
  const rated = (spot: Spot | undefined): Rated | undefined =>
    spot && {
      across: spot.across,
      down: spot.down,
      score: spot.score,
      band: spot.band && inLanguage(spot.band.label, language),
    };
  return [...new Set([...(theirs?.keys() ?? []), ...(own?.keys() ?? [])])].flatMap((row) => {
    const [a, b] = [theirs?.get(row), own?.get(row)];
    if (a?.across === b?.across && a?.down === b?.down) return [];
    return [
      {
        matrix: inLanguage(rule.title, language),
        name: 'list' in over ? itemLabel(record.model, over.list, row, language) : String((a ?? b)?.number ?? row),
        across: operandLabel(record, rule.across, language),
        down: operandLabel(record, rule.down, language),
        record: rated(a),
        auditor: rated(b),
      },
    ];
  });
};

const conditionsIn = (walk: Walk, language: Language): ReadonlyMap<string, string> =>
  new Map(
    raisedConditions(walk).map(({ id }) => {
      const text = walk.model.conditions.get(id)?.text;
      return [id, text ? words(walk, text, language) : id] as const;
    }),
  );

/**
 * Compares the walk of a record with an auditor's own walk under the same policy and settings, both come to an outcome:
 * whether they come to the same, why each, and every question, rating and condition in which they differ.
 */
export const compareReperformance = (record: Walk, auditor: Walk, language: Language): Reperformance => {
  const [theirs, own] = [sayingsOf(record, language), sayingsOf(auditor, language)];
  const [raised, found] = [conditionsIn(record, language), conditionsIn(auditor, language)];
  const otherwise = (free: boolean): readonly Differing[] =>
    [...theirs].flatMap(([key, said]) => {
      const mine = own.get(key);
      return mine === undefined || said.free !== free || said.is === mine.is
        ? []
        : [{ name: said.name, record: said.text, auditor: mine.text }];
    });
  const missing = <Value>(from: ReadonlyMap<string, Value>, other: ReadonlyMap<string, unknown>): readonly Value[] =>
    [...from].flatMap(([key, value]) => (other.has(key) ? [] : [value]));
  return {
    sameOutcome: record.outcome === auditor.outcome,
    came: { record: cameTo(record, language), auditor: cameTo(auditor, language) },
    answers: otherwise(false),
    free: otherwise(true),
    onlyRecord: missing(theirs, own),
    onlyAuditor: missing(own, theirs),
    ratings: record.model.policy.matrices.flatMap((rule) => ratedOtherwise(rule, record, auditor, language)),
    conditions: [
      ...missing(raised, found).map((text) => ({ text, by: 'record' as const })),
      ...missing(found, raised).map((text) => ({ text, by: 'auditor' as const })),
    ],
  };
};

/** Whether the two differ in nothing. */
export const isSame = ({ sameOutcome, came: _, ...lists }: Reperformance): boolean =>
  sameOutcome && Object.values(lists).every((list) => list.length === 0);
