import type { PointId } from '../record/points';

type Params = Readonly<Record<string, number>>;

const answers = (count: number | undefined): string => (count === 1 ? '1 answer' : `${count} answers`);

/** The points of a record that deserve a look. None of them says that anything is wrong. */
export const pointStrings = {
  title: 'Points that deserve a look',
  lead: 'None of these is a fault. Ask about them, or look at the evidence.',
  none: 'Nothing stands out.',
  says: {
    'changed-after-outcome': ({ count }) => `${answers(count)} given or taken away after the recommendation was shown`,
    unsure: ({ count }) => `${answers(count)} “I’m not sure”`,
    contradiction: ({ count }) => `${count === 1 ? '1 contradiction' : `${count} contradictions`} between answers`,
    look: () => 'What the policy itself looks at',
    'still-poor': ({ count }) =>
      `${count === 1 ? '1 is' : `${count} are`} accepted though poor or bad after all that is planned`,
    'near-limit': () => 'Just within a limit of the policy',
    'all-alike': ({ count }) => `${answers(count)} on one scale, all the same`,
    'same-words': ({ count }) => `${answers(count)} in the very same words`,
    'same-person': () => 'The officer who signed the record also decided on it',
    'below-level': () => 'An approver decided below the level that the policy requires',
    against: () => 'A decision goes against the recommendation',
    quick: ({ count, seconds }) => `${answers(count)} in ${seconds} seconds, from start to signature`,
  } satisfies Readonly<Record<PointId, (params: Params) => string>>,
} as const;
