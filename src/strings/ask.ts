/** The sentences of the list of what others are to be asked. */
export const askStrings = {
  title: 'Who to ask for what is missing',
  lead: 'One email for each person or team. Copy it, send it, and put in the answers when they come.',
  left: (questions: number, conditions: number, others: boolean) =>
    [
      questions === 0
        ? 'No answers are left to find out'
        : `${questions === 1 ? '1 answer is' : `${questions} answers are`} left to find out`,
      ...(conditions === 0
        ? []
        : [`${conditions} ${others ? 'other ' : ''}${conditions === 1 ? 'condition is' : 'conditions are'} open`]),
    ].join(', and ') + '.',
  none: 'Nothing is left to ask. You have answered every question definitely, and no conditions are open.',
  noneYet: 'Nothing is left to ask so far. You have answered every question definitely.',
  early: 'Conditions are added here when all questions have been answered.',
  carryOn: 'Answer the next question',
  nobody: 'Somebody who knows',
  questions: 'Answers to find out',
  conditions: 'Conditions',
  you: (role: string) => `You, as ${role.charAt(0).toLowerCase()}${role.slice(1)}`,
  who: (who: string) => `Who: ${who}.`,
  needed: (due: string) => `Needed: ${due}`,
  answered: (answer: string) => `You answered: ${answer}`,
  reply: 'Enter the answer',
  email: (role: string) => `Email for: ${role}`,
  outcome: 'See the recommendation',
  sections: 'All sections',
} as const;

/** One email to one role, as plain text. */
export interface AskEmail {
  readonly title: string;
  readonly reference: string;
  /** What whoever is asked should know first. */
  readonly about: readonly { readonly key: string; readonly value: string }[];
  readonly questions: readonly {
    readonly question: string;
    readonly options: readonly string[];
    readonly answered: string;
    readonly needed: string | undefined;
  }[];
  readonly conditions: readonly { readonly text: string; readonly due: string; readonly who: string | undefined }[];
}

export const askSubject = ({ title, reference }: AskEmail): string => `Questions about ${title} (${reference})`;

export const askText = ({ title, reference, about, questions, conditions }: AskEmail): string =>
  [
    'Hello,',
    `I am working on an assessment of ${title} (${reference}), and need your help.`,
    ...(about.length === 0 ? [] : [about.map(({ key, value }) => `${key}: ${value}`).join('\n')]),
    ...(questions.length === 0
      ? []
      : [
          'Could you please tell me:',
          ...questions.map(({ question, options, answered, needed }, index) =>
            [
              `${index + 1}. ${question}`,
              ...(options.length === 0 ? [] : [`   Possible answers: ${options.join(' / ')}`]),
              `   Answer so far: ${answered}`,
              ...(needed === undefined ? [] : [`   Needed: ${needed}`]),
              '   Your answer:',
            ].join('\n'),
          ),
        ]),
    ...(conditions.length === 0
      ? []
      : [
          questions.length === 0 ? 'Could you please see to this:' : 'Could you please also see to this:',
          ...conditions.map(({ text, due, who }, index) =>
            [
              `${questions.length + index + 1}. ${text}`,
              ...(who === undefined ? [] : [`   Who: ${who}`]),
              `   Needed: ${due}`,
            ].join('\n'),
          ),
        ]),
    'Thank you.',
  ].join('\n\n');
