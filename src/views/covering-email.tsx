import { inOrder } from '../assessment/conditions';
import { dueWords } from '../assessment/dates';
import { holds, type Raised, raisedConditions } from '../policy/evaluate';
import { fill, inLanguage, roleName, subjectOf, words } from '../policy/present';
import type { Outcome } from '../policy/schema';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { type Covering, coveringSubject, coveringText, sendStrings } from '../strings/send';
import { deciderOf } from './decider';
import { Email } from './email';
import { shownRows } from './shown';

/** What goes to those who are told, besides the record. */
export const attachments = (walk: Walk, outcome: Outcome, language: Language): readonly string[] =>
  (outcome.attach ?? []).flatMap(({ when, text }) =>
    when === undefined || holds(walk, when) ? [fill(walk, inLanguage(text, language), language)] : [],
  );

/** The conditions that fall due at each point, and by which day, in the order in which the page has them. */
const perPoint = (walk: Walk, raised: readonly Raised[], language: Language): Covering['conditions'] => {
  const lines = raised.flatMap((one) => {
    const text = walk.model.conditions.get(one.id)?.text;
    return text
      ? [
          {
            due: dueWords(walk, one, language),
            item: `${words(walk, text, language)} (${roleName(walk, one.owner, language)})`,
          },
        ]
      : [];
  });
  return [...new Set(lines.map(({ due }) => due))].map((due) => ({
    due,
    items: lines.flatMap((line) => (line.due === due ? [line.item] : [])),
  }));
};

interface CoveringEmailProps {
  readonly walk: Walk;
  readonly outcome: Outcome;
  readonly reference: string;
  readonly practice: boolean;
  /** The file of the record, where one is sent. */
  readonly fileName: string | undefined;
  readonly language: Language;
  readonly copy: (text: string) => Promise<boolean>;
}

/** An email to those whom an outcome names, with what they need to know in it. */
export const CoveringEmail = (props: CoveringEmailProps) => {
  const { walk, outcome, reference, practice, fileName, language, copy } = props;
  const { policy, settings } = walk.model;
  const decider = deciderOf(walk, language);
  const recommendation = words(walk, outcome.title, language);
  const covering: Covering = {
    title: subjectOf(walk) ?? inLanguage(policy.title, language),
    practice,
    reference,
    recommendation,
    reason: words(walk, outcome.reason, language),
    lines: shownRows(
      walk,
      policy.headlines.filter(({ lead }) => lead),
      language,
    ).map(({ key, value }) => `${key}: ${value}`),
    decides: decider?.who,
    because: decider?.reasons ?? [],
    conditions: perPoint(walk, inOrder(policy, raisedConditions(walk)), language),
    file: fileName,
  };
  const { registerEmail } = settings.app;
  return (
    <>
      <p className="govuk-body">{fileName === undefined ? sendStrings.leadOptional : sendStrings.lead}</p>
      <Email
        name="covering"
        cc={registerEmail}
        subject={coveringSubject(covering)}
        body={coveringText(covering)}
        copy={copy}
      />
    </>
  );
};
