import { holds as holdsReally } from '../evaluate';
import type { SimpleField, Group } from '../field';
import type { Policy } from '../schema';
import { askedFields, type AskedField, type Walk } from '../walk';
import { claim, type Claim, type Finding, finding } from './claim';
import type { Diagram } from './diagram';
import type { Count } from './parts';
import type { Passages } from './passage';
import type { Answered, Prover } from './prover';

type Limit = Policy['limits'][number];

/** What a passage costs the officer who takes it. */
export interface Cost {
  readonly pages: number;
  /** Answers that must be typed; what is repeated counts once. */
  readonly typed: number;
}

const isTyped = (field: SimpleField | Group): boolean => ['text', 'money', 'whole', 'date'].includes(field.kind);

/**
 * The pages that count up to one, by the order of the path, each with where it counts: where the passage does not come to
 * that one, it counts to its end.
 */
const upTo = ({ space, steps }: Passages, until: string | undefined) => {
  const passed = space.or(...steps.flatMap(({ step, asked }) => (step.page.id === until ? [asked] : [])));
  const at = steps.findIndex(({ step }) => step.page.id === until);
  const onlyPast = space.not(passed);
  return steps.map((step, index) => ({ ...step, counts: at < 0 || index < at ? space.yes : onlyPast }));
};

/** How many pages the passages have, up to a page or to the end. */
const pagesOf = (passages: Passages, until?: string): Count =>
  upTo(passages, until).map(({ asked, counts }) => ({ within: asked, holds: passages.space.and(asked, counts) }));

/** How many answers must be typed; of rows that officers add, one. */
const typedOf = (passages: Passages, until?: string): Count =>
  upTo(passages, until).flatMap(({ asked, fields, counts }) =>
    fields.flatMap(({ field, must }) =>
      isTyped(field) ? [{ within: asked, holds: passages.space.and(must, counts) }] : [],
    ),
  );

/** What each limit counts. */
export type Counts = ReadonlyMap<string | undefined, { readonly pages: Count; readonly typed: Count }>;

/** The counts of all limits, by the page that they count up to. */
export const countsOf = (passages: Passages): Counts =>
  new Map(
    [...new Set(passages.space.model.policy.limits.map(({ until }) => until))].map((until) => [
      until,
      { pages: pagesOf(passages, until), typed: typedOf(passages, until) },
    ]),
  );

/** The same of a real walk. */
export const costOf = (walked: Walk, until?: string): Cost => {
  const at = until === undefined ? -1 : walked.path.findIndex((step) => step.page.id === until);
  const steps = at < 0 ? walked.path : walked.path.slice(0, at);
  const typed = (fields: readonly AskedField[]): number =>
    fields.reduce((sum, { field, required, rows }) => {
      const own = isTyped(field) && required ? 1 : 0;
      const inRows = required ? rows.map((row) => typed(row.fields)) : [];
      return sum + own + typedInRows(field, inRows);
    }, 0);
  return { pages: steps.length, typed: steps.reduce((sum, step) => sum + typed(askedFields(walked, step)), 0) };
};

/** Rows that officers add count as one; those of a list or of ticks are questions of their own. */
const typedInRows = (field: SimpleField | Group, rows: readonly number[]): number =>
  field.kind === 'group' && field.over === undefined ? Math.max(0, ...rows) : rows.reduce((sum, one) => sum + one, 0);

/** Where a limit applies. */
const applies = ({ space, rules, end, comesTo }: Passages, limit: Limit): Diagram =>
  space.and(
    space.or(...limit.outcomes.map((id) => comesTo.get(id) ?? space.no)),
    limit.when === undefined ? space.yes : rules.holds(end, limit.when),
  );

const appliesReally = (walked: Walk, limit: Limit): boolean =>
  limit.outcomes.includes(walked.outcome ?? '') && (limit.when === undefined || holdsReally(walked, limit.when));

/** A limit with the most that it was found to cost. */
export interface LimitFigure {
  readonly id: string;
  readonly pages: number;
  readonly typed: number;
}

/** No passage takes more of an officer's time than the policy promises. */
export const limitsAreKept = (prover: Prover, counts: Counts): Claim & { readonly figures: readonly LimitFigure[] } => {
  const { passages, findOver, look, most: mostOf } = prover;
  const { space } = passages;
  const figures: LimitFigure[] = [];
  const findings = space.model.policy.limits.flatMap((limit, index): readonly Finding[] => {
    const place = `limits[${index}]`;
    const where = applies(passages, limit);
    const { pages, typed } = counts.get(limit.until) ?? { pages: [], typed: [] };
    const figure = { id: limit.id, pages: mostOf(where, pages), typed: mostOf(where, typed) };
    figures.push(figure);
    const exceeds = (what: 'pages' | 'typed', count: Count, most: number | undefined): readonly Finding[] => {
      if (most === undefined || figure[what] <= most) return [];
      const answered = findOver(
        where,
        count,
        most,
        (walked) => appliesReally(walked, limit) && costOf(walked, limit.until)[what] > most,
      );
      return exceeded(answered, what, place, limit, most);
    };
    if (look(where) === 'none') return [finding('proof.limit-never-applies', place, { id: limit.id })];
    return [...exceeds('pages', pages, limit.pages), ...exceeds('typed', typed, limit.typed)];
  });
  return { ...claim('limits-are-kept', space.model.policy.limits.length, findings), figures };
};

const exceeded = (
  answered: Answered,
  what: 'pages' | 'typed',
  place: string,
  limit: Limit,
  most: number,
): readonly Finding[] => {
  if (answered.is === 'none') return [];
  if (answered.is === 'not-decided')
    return [finding('proof.not-decided', place, { claim: 'limits-are-kept', id: limit.id })];
  const found = costOf(answered.walked, limit.until)[what];
  const code = what === 'pages' ? 'proof.too-many-pages' : 'proof.too-many-typed';
  return [finding(code, `${place}.${what}`, { id: limit.id, most, found }, [answered.example])];
};
