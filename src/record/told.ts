import { type IsoDate, type IsoMonth, isIsoDate, isIsoMonth, type IsoTime } from '../base/calendar';
import { inOrder } from '../assessment/conditions';
import { plainText } from '../policy/answer';
import { wordedConditions } from '../policy/deciding';
import { holds, read } from '../policy/evaluate';
import type { Operand } from '../policy/expression';
import { optionsOf } from '../policy/model';
import type { FigureRule } from '../policy/overview';
import { fill, inLanguage, operandLabel, present, words } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import type { Chain } from './chain';
import { conditionsNow } from './open-conditions';
import { periodOf } from './periods';

/** By what a record is put together with others: `at` is its place where the policy has an order. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly at?: number | undefined;
}

interface ToldShared {
  readonly id: string;
  readonly title: string;
  /** Whether the record is one of those that the figure is about. */
  readonly holds: boolean;
}

/** What one record adds to a figure of its policy's overview. */
export type ToldFigure =
  | (ToldShared & {
      readonly kind: 'due' | 'list';
      readonly day?: IsoDate | IsoMonth | undefined;
      readonly columns: readonly string[];
      readonly cells: readonly string[];
    })
  | (ToldShared & {
      readonly kind: 'sum';
      readonly unit: string | undefined;
      /** What it is put together by is called. */
      readonly name: string;
      readonly money: boolean;
      readonly step: 'month' | 'quarter' | undefined;
      /** How much it adds; undefined where that is not known. */
      readonly amount: number | undefined;
      /** Undefined where it is not known. */
      readonly group: Group | undefined;
    });

/** A condition as the last document of a chain leaves it. */
export interface ToldCondition {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  /** The day by which it is due, where that is known. */
  readonly day: IsoDate | undefined;
  readonly open: boolean;
}

/** All that the overview of many records needs of one document: a few hundred words, whatever the size of its file. */
export interface Told {
  readonly policy: { readonly id: string; readonly version: string; readonly title: string };
  /** Who signed the record. */
  readonly signer: string;
  readonly outcome: Group;
  /** The last decision, and when it was signed. */
  readonly decision: { readonly what: string; readonly at: IsoTime } | undefined;
  readonly conditions: readonly ToldCondition[];
  /** Whether it goes on even where its recommendation is refused. */
  readonly evenRefused: boolean;
  /** Undefined where the policy has no overview. */
  readonly figures: readonly ToldFigure[] | undefined;
}

const firstOf = (walk: Walk, operands: readonly Operand[]): Operand | undefined =>
  operands.find((operand) => read(walk, operand) !== undefined);

const textOf = (walk: Walk, operands: readonly Operand[], language: Language): string => {
  const operand = firstOf(walk, operands);
  return operand === undefined ? '' : present(walk, operand, language).join(', ');
};

/** The place of a reading among the items of a list of the policy; none among a council's own, which have no order. */
const placeOf = ({ model }: Walk, operand: Operand, id: string): number | undefined => {
  if (typeof operand !== 'object') return undefined;
  const field = 'field' in operand ? model.places.get(operand.field)?.field : undefined;
  const fixed = field && 'options' in field && field.options.every((one) => !('from' in one && 'setting' in one.from));
  const list = 'value' in operand ? model.values.get(operand.value)?.list : undefined;
  const items = fixed ? optionsOf(model, field) : list === undefined ? [] : (model.lists.get(list)?.items ?? []);
  const at = items.findIndex((item) => item.id === id);
  return at < 0 ? undefined : at;
};

const groupOf = (walk: Walk, rule: Extract<FigureRule, { kind: 'sum' }>, language: Language): Group | undefined => {
  const operand = firstOf(walk, rule.by);
  const reading = operand === undefined ? undefined : read(walk, operand);
  if (operand === undefined || reading === undefined) return undefined;
  const id = plainText(reading);
  if (rule.step === undefined) {
    const label = present(walk, operand, language).join(', ') || id;
    return { id: id || label, label, at: placeOf(walk, operand, id) };
  }
  return isIsoDate(id) || isIsoMonth(id) ? { id: periodOf(id, rule.step), label: '' } : undefined;
};

const isMoney = ({ model }: Walk, operand: Operand | undefined): boolean => {
  if (typeof operand !== 'object') return false;
  if ('value' in operand) return model.values.get(operand.value)?.as === 'money';
  return 'field' in operand && model.places.get(operand.field)?.field.kind === 'money';
};

const figureOf = (walk: Walk, rule: FigureRule, language: Language): ToldFigure => {
  const shared = {
    id: rule.id,
    title: fill(walk, inLanguage(rule.title, language), language),
    holds: rule.when === undefined || holds(walk, rule.when),
  };
  if (rule.kind === 'sum') {
    const of = rule.of ?? [1];
    const operand = shared.holds ? firstOf(walk, of) : undefined;
    const amount = operand === undefined ? undefined : read(walk, operand);
    return {
      ...shared,
      kind: 'sum',
      unit: rule.unit && inLanguage(rule.unit, language),
      name: operandLabel(walk, firstOf(walk, rule.by) ?? rule.by[0] ?? '', language),
      money: of.some((one) => isMoney(walk, one)),
      step: rule.step,
      amount: typeof amount === 'number' ? amount : undefined,
      group: shared.holds ? groupOf(walk, rule, language) : undefined,
    };
  }
  const columns = rule.columns ?? [];
  const operand = rule.kind === 'due' && shared.holds ? firstOf(walk, rule.day) : undefined;
  const day = operand === undefined ? '' : plainText(read(walk, operand) ?? '');
  return {
    ...shared,
    kind: rule.kind,
    day: isIsoDate(day) || isIsoMonth(day) ? day : undefined,
    columns: columns.map(({ label }) => fill(walk, inLanguage(label, language), language)),
    cells: shared.holds ? columns.map(({ from }) => textOf(walk, from, language)) : [],
  };
};

/** A day holds as long as the words that say by when are those that the record has for it. */
const conditionsOf = (chain: Chain, walk: Walk): readonly ToldCondition[] => {
  const { payload, policy } = chain.record;
  const raised = inOrder(policy, payload.result.conditions);
  const worded = wordedConditions(walk, raised, payload.language);
  return conditionsNow(chain, walk).map(({ id, text, owner, due, state }) => {
    const same = worded.find((one) => one.id === id)?.due === due;
    const day = same ? raised.find((one) => one.id === id)?.date : undefined;
    return { id, text, owner, due, day, open: state === 'open' };
  });
};

/** What a document says for the overview; `walk` is that of its record. */
export const toldOf = (chain: Chain, walk: Walk): Told => {
  const { payload, policy } = chain.record;
  const { language, result } = payload;
  const decisions = chain.sequels.flatMap(({ payload: one }) =>
    'decision' in one ? [{ what: one.decision, at: one.time.signedAt }] : [],
  );
  const at = policy.outcomes.findIndex(({ id }) => id === result.outcome);
  const outcome = policy.outcomes[at];
  return {
    policy: { id: policy.id, version: policy.version, title: inLanguage(policy.title, language) },
    signer: payload.signer.name,
    outcome: { id: result.outcome, label: outcome ? words(walk, outcome.title, language) : result.outcome, at },
    decision: decisions.at(-1),
    conditions: conditionsOf(chain, walk),
    evenRefused: policy.overview?.evenRefused !== undefined && holds(walk, policy.overview.evenRefused),
    figures: policy.overview?.figures.map((rule) => figureOf(walk, rule, language)),
  };
};
