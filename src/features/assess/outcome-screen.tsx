import { useEffect } from 'react';
import { referenceOf } from '../../base/ids';
import { contradictionsIn, raisedConditions } from '../../policy/evaluate';
import { subjectOf, words } from '../../policy/present';
import type { Outcome } from '../../policy/schema';
import { addressOf, type Walk } from '../../policy/walk';
import { useServices } from '../../services';
import { checkStrings } from '../../strings/check';
import { outcomeStrings } from '../../strings/outcome';
import { ButtonLink, Heading, InsetText, Link, WarningText } from '../../ui';
import { Conditions } from '../../views/conditions';
import { PolicyMatrices } from '../../views/matrix';
import { PolicyDates } from '../../views/policy-about';
import { Screen } from '../../views/screen';
import { shownRows } from '../../views/shown';
import { askAt, changeAt, checkAt, gapsAt, questionAt, signAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
import { WhatWouldChange } from './outcome/alternatives';
import { Dates } from './outcome/dates';
import { Glance } from './outcome/glance';
import { Implications } from './outcome/implications';
import { Next } from './outcome/next';
import { Reperformed } from './outcome/reperformed';
import { Why } from '../../views/why';

const language = 'en';

/** Instead of a recommendation, while there is none. */
const Unfinished = ({ walk }: { readonly walk: Walk }) => {
  const { draft } = useSession();
  const last = walk.path.at(-1);
  return (
    <Screen title={checkStrings.unfinished} back={checkAt(draft.id)}>
      <Heading>{checkStrings.unfinished}</Heading>
      {last && <ButtonLink href={questionAt(draft.id, addressOf(last))}>{checkStrings.carryOn}</ButtonLink>}
    </Screen>
  );
};

/** Answers that cannot both be true. */
const Contradictions = ({ walk }: { readonly walk: Walk }) => {
  const ids = contradictionsIn(walk);
  const found = walk.model.policy.contradictions.filter(({ id }) => ids.includes(id));
  if (found.length === 0) return null;
  return (
    <>
      <Heading level={2}>{outcomeStrings.contradictions}</Heading>
      {found.map((one) => (
        <WarningText key={one.id}>{words(walk, one.text, language)}</WarningText>
      ))}
    </>
  );
};

interface RecommendedProps {
  readonly walk: Walk;
  readonly outcome: Outcome;
}

/** The recommendation and its timing, before anything else. */
const Recommendation = ({ walk, outcome }: RecommendedProps) => {
  const conditions = raisedConditions(walk).length;
  const lead = shownRows(
    walk,
    walk.model.policy.headlines.filter((line) => line.lead),
    language,
  );
  return (
    <InsetText>
      <p className="govuk-body">{words(walk, outcome.reason, language)}</p>
      {lead.map(({ key, value }) => (
        <p key={key} className="govuk-body">
          <strong>{key}:</strong> {value}
        </p>
      ))}
      {conditions > 0 && <p className="govuk-body">{outcomeStrings.conditionsCount(conditions)}</p>}
      <p className="govuk-body-s govuk-!-margin-bottom-0">{outcomeStrings.recommendationOnly}</p>
    </InsetText>
  );
};

const Recommended = ({ walk, outcome }: RecommendedProps) => {
  const { draft } = useSession();
  const today = useServices().clock().slice(0, 10);
  const title = words(walk, outcome.title, language);
  const subject = subjectOf(walk);
  const change = (address: string): string => changeAt(draft.id, address);
  return (
    <Screen title={title} back={checkAt(draft.id)} wide>
      <PolicyDates scope={walk} today={today} />
      <Heading caption={`${outcomeStrings.caption}${subject === undefined ? '' : `: ${subject}`}`}>{title}</Heading>
      <Recommendation walk={walk} outcome={outcome} />
      <Contradictions walk={walk} />
      <Heading level={2}>{outcomeStrings.conditions}</Heading>
      <Conditions walk={walk} language={language} askAt={askAt(draft.id)} brief />
      <Why walk={walk} changeAt={change} />
      <WhatWouldChange changeAt={change} />
      <Next walk={walk} outcome={outcome} signAt={signAt(draft.id)} />
      <Glance walk={walk} />
      <PolicyMatrices walk={walk} language={language} />
      <Implications walk={walk} all={outcome.signature !== 'none'} />
      <Dates walk={walk} draft={draft.id} reference={referenceOf(draft.id)} />
      <Heading level={2}>{outcomeStrings.links}</Heading>
      <ul className="govuk-list">
        {(
          [
            [signAt(draft.id), outcomeStrings.sign],
            [checkAt(draft.id), outcomeStrings.answers],
            [askAt(draft.id), outcomeStrings.ask],
            ...(outcome.reopen ? ([[gapsAt(draft.id), outcomeStrings.gaps]] as const) : []),
          ] as const
        ).map(([href, text]) => (
          <li key={href}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </Screen>
  );
};

/** The recommendation, why it is what it is, and what follows from it. */
export const OutcomeScreen = () => {
  const session = useSession();
  const { walk } = useAssessment();
  const { outcome: id, model } = walk;
  const outcome = id === undefined ? undefined : model.outcomes.get(id);
  const again = session.draft.kind === 'reperformance';
  useEffect(() => {
    // An auditor is shown nothing of the record before the two are compared, which is when the log says so.
    if (id !== undefined && !again) void session.shown(id);
  }, [session, id, again]);
  if (!outcome) return <Unfinished walk={walk} />;
  return again ? <Reperformed walk={walk} outcome={outcome} /> : <Recommended walk={walk} outcome={outcome} />;
};
