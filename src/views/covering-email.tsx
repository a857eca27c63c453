import { holds, type Raised, raisedConditions } from '../policy/evaluate';
import { fill, inLanguage, present, roleName, subjectOf, words } from '../policy/present';
import type { Outcome } from '../policy/schema';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { type Covering, coveringSubject, coveringText, sendStrings } from '../strings/send';
import { Email } from './email';
import { shownRows } from './shown';

/** What goes to those who are told, besides the record. */
export const attachments = (walk: Walk, outcome: Outcome, language: Language): readonly string[] =>
  (outcome.attach ?? []).flatMap(({ when, text }) =>
    when === undefined || holds(walk, when) ? [fill(walk, inLanguage(text, language), language)] : [],
  );

/** The conditions that fall due at each point, in the policy's order. */
const perPoint = (walk: Walk, raised: readonly Raised[], language: Language): Covering['conditions'] =>
  walk.model.policy.duePoints.flatMap(({ id, label }) => {
    const items = raised.flatMap(({ id: rule, point, owner }) => {
      const text = walk.model.conditions.get(rule)?.text;
      return point === id && text ? [`${words(walk, text, language)} (${roleName(walk, owner, language)})`] : [];
    });
    return items.length === 0 ? [] : [{ due: inLanguage(label, language), items }];
  });

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
  const [decider] = present(walk, policy.approval.approver, language);
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
    decides: decider === undefined ? undefined : roleName(walk, decider, language),
    conditions: perPoint(walk, raisedConditions(walk), language),
    file: fileName,
    attach: attachments(walk, outcome, language),
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
