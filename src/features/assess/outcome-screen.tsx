import { useEffect } from 'react';
import { addressOf } from '../../policy/walk';
import { holds } from '../../policy/evaluate';
import { fill, inLanguage, present, words, subjectOf } from '../../policy/present';
import type { Shown } from '../../policy/schema';
import { ruleThatDecided } from '../../record/reason';
import { useServices } from '../../services';
import { checkStrings } from '../../strings/check';
import { outcomeStrings } from '../../strings/outcome';
import { ButtonLink, Heading, InsetText, Link, SummaryList, WarningText } from '../../ui';
import { Conditions } from '../../views/conditions';
import { PolicyText } from '../../views/blocks';
import { RiskMatrix } from '../../views/matrix';
import { PolicyDates } from '../../views/policy-about';
import { Screen } from '../../views/screen';
import { checkAt, gapsAt, questionAt, signAt } from './addresses';
import { useAssessment, useSession } from './draft-context';

const language = 'en';

/** The recommendation, why it is what it is, and what follows from it. */
export const OutcomeScreen = () => {
  const session = useSession();
  const today = useServices().clock().slice(0, 10);
  const { walk } = useAssessment();
  const { outcome: id, model } = walk;
  const { policy } = model;
  const outcome = id === undefined ? undefined : model.outcomes.get(id);
  useEffect(() => {
    if (id !== undefined) void session.shown(id);
  }, [session, id]);
  const last = walk.path.at(-1);
  if (!outcome)
    return (
      <Screen title={checkStrings.unfinished} back={checkAt(session.draft.id)}>
        <Heading>{checkStrings.unfinished}</Heading>
        {last && <ButtonLink href={questionAt(session.draft.id, addressOf(last))}>{checkStrings.carryOn}</ButtonLink>}
      </Screen>
    );
  const rows = (shown: readonly Shown[]) =>
    shown.flatMap((one) => {
      if (one.when !== undefined && !holds(walk, one.when)) return [];
      const texts = present(walk, one.from, language);
      return texts.length === 0 ? [] : [{ key: inLanguage(one.label, language), value: texts.join('; ') }];
    });
  const implied = policy.implications.some((heading) => rows(heading.show).length > 0);
  const because = ruleThatDecided(walk, language);
  const contradictions = policy.contradictions.filter((one) => holds(walk, one.when));
  const title = words(walk, outcome.title, language);
  const subject = subjectOf(walk);
  return (
    <Screen title={title} back={checkAt(session.draft.id)} wide>
      <PolicyDates scope={walk} today={today} />
      <Heading caption={`${outcomeStrings.caption}${subject === undefined ? '' : `: ${subject}`}`}>{title}</Heading>
      <InsetText>
        <p className="govuk-body">{words(walk, outcome.reason, language)}</p>
        {because && <p className="govuk-body">{because}</p>}
        <p className="govuk-body-s govuk-!-margin-bottom-0">{outcomeStrings.recommendationOnly}</p>
      </InsetText>
      {contradictions.length > 0 && (
        <>
          <Heading level={2}>{outcomeStrings.contradictions}</Heading>
          {contradictions.map((one) => (
            <WarningText key={one.id}>{inLanguage(one.text, language)}</WarningText>
          ))}
        </>
      )}
      <Heading level={2}>{outcomeStrings.details}</Heading>
      <SummaryList rows={rows(policy.headlines)} />
      <Heading level={2}>{outcomeStrings.conditions}</Heading>
      <Conditions walk={walk} language={language} />
      <Heading level={2}>{outcomeStrings.next}</Heading>
      <PolicyText blocks={outcome.next} language={language} fill={(text) => fill(walk, text, language)} />
      <SummaryList
        rows={[
          { key: outcomeStrings.tell, value: words(walk, outcome.tell, language) },
          { key: outcomeStrings.register, value: words(walk, outcome.register, language) },
        ]}
      />
      {policy.matrices.map((rule) => (
        <RiskMatrix key={rule.id} walk={walk} rule={rule} language={language} />
      ))}
      {implied && <Heading level={2}>{outcomeStrings.implications}</Heading>}
      {(implied ? policy.implications : []).map((heading) => {
        const shown = rows(heading.show);
        return (
          <section key={heading.id}>
            <Heading level={3}>{inLanguage(heading.title, language)}</Heading>
            {shown.length > 0 ? <SummaryList rows={shown} /> : <p className="govuk-body">{outcomeStrings.nothing}</p>}
          </section>
        );
      })}
      {outcome.reopen && (
        <p className="govuk-body">
          <Link href={gapsAt(session.draft.id)}>{outcomeStrings.gaps}</Link>
        </p>
      )}
      {outcome.signature !== 'required' && <p className="govuk-body">{outcomeStrings.noSignature}</p>}
      <div className="govuk-button-group">
        <ButtonLink
          href={signAt(session.draft.id)}
          {...(outcome.signature !== 'required' && { look: 'secondary' as const })}
        >
          {outcomeStrings.sign}
        </ButtonLink>
        <Link href={checkAt(session.draft.id)}>{outcomeStrings.answers}</Link>
      </div>
    </Screen>
  );
};
