import { assign, setup, transition, initialTransition, type SnapshotFrom } from 'xstate';
import type { IsoDate } from '../base/calendar';
import { type Answer, type Key, keyOf } from '../policy/answer';
import type { Model } from '../policy/model';
import type { Page } from '../policy/schema';
import { targetsOf } from '../policy/structure';
import { addressOf, type Walk } from '../policy/walk';
import { walkedOnce } from '../policy/walked';

/** An answer given, or taken away where there is no value. */
export interface Given {
  readonly field: Key;
  readonly value?: Answer | undefined;
}

/** What is given at once, in order: an answer, a page, or a whole log. */
export interface AnswerEvent {
  readonly type: 'answer';
  readonly given: readonly Given[];
}

interface Context {
  readonly answers: ReadonlyMap<Key, Answer>;
  readonly walked: Walk;
}

const types = {} as { context: Context; events: AnswerEvent };

/** The addresses of a page: one, or one for each row of its list. */
const addressesOf = (model: Model, page: Page): readonly string[] =>
  page.each && 'list' in page.each.over
    ? (model.lists.get(page.each.over.list)?.items ?? []).map((item) => keyOf(page.id, item.id))
    : [page.id];

/** Every page and outcome that can come next after an address, in a policy without cycles. */
const following = (model: Model, page: Page, address: string): readonly string[] => {
  const own = addressesOf(model, page);
  const reach = (id: string): readonly string[] => {
    const target = model.pages.get(id);
    if (!target) return [id];
    const onward = target.each ? targetsOf(model.policy, target).flatMap(reach) : [];
    return [...addressesOf(model, target), ...onward];
  };
  return [...new Set([...own.slice(own.indexOf(address) + 1), ...targetsOf(model.policy, page).flatMap(reach)])];
};

const ways = new WeakMap<Walk, ReadonlyMap<string, string | undefined>>();

/** Where a walk goes from each address on its path: to a page, to its outcome, or no further. */
const waysOf = (walked: Walk): ReadonlyMap<string, string | undefined> => {
  const known = ways.get(walked);
  if (known) return known;
  const addresses = walked.path.map(addressOf);
  const found = new Map(addresses.map((from, at) => [from, addresses[at + 1] ?? walked.outcome]));
  ways.set(walked, found);
  return found;
};

const stateOf = (address: string): string => `#${address}`;

/**
 * The machine of a policy: one state for each page and each outcome, whose id is its address. After every event it
 * walks again from the start as far as the answers lead; its one guard asks the evaluator. It is pure: no actions
 * outside, no delays, nothing invoked, so that `transition` can fold a log through it.
 */
export const machineOf = (model: Model, today: IsoDate) => {
  const start = model.policy.start;
  const pages = model.policy.questions.flatMap((page) =>
    addressesOf(model, page).map((address): readonly [string, object] => [
      address,
      {
        id: address,
        always: following(model, page, address).map((to) => ({
          guard: { type: 'leads', params: { from: address, to } },
          target: stateOf(to),
        })),
      },
    ]),
  );
  const ends = model.policy.outcomes.map((outcome): readonly [string, object] => [outcome.id, { id: outcome.id }]);
  return setup({
    types,
    guards: {
      leads: ({ context }, { from, to }: { from: string; to: string }) => waysOf(context.walked).get(from) === to,
    },
    actions: {
      answer: assign(({ context, event }) => {
        const answers = new Map(context.answers);
        for (const { field, value } of event.given)
          if (value === undefined) answers.delete(field);
          else answers.set(field, value);
        return { answers, walked: walkedOnce(model, answers, today) };
      }),
    },
  }).createMachine({
    id: 'assessment',
    context: { answers: new Map(), walked: walkedOnce(model, new Map(), today) },
    initial: start,
    on: { answer: { target: stateOf(start), actions: 'answer' } },
    states: Object.fromEntries([...pages, ...ends]),
  });
};

export type AssessmentMachine = ReturnType<typeof machineOf>;

/** Folds events through the machine without an actor, from its beginning or from where it stands. */
export const fold = (
  machine: AssessmentMachine,
  events: readonly AnswerEvent[],
  from: SnapshotFrom<AssessmentMachine> = initialTransition(machine)[0],
): SnapshotFrom<AssessmentMachine> => events.reduce((snapshot, event) => transition(machine, snapshot, event)[0], from);
