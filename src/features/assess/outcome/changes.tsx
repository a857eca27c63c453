import { useState } from 'react';
import type { Change } from '../../../assessment/changes';
import { questionOf } from '../../../assessment/asked';
import type { Answer } from '../../../policy/answer';
import { words } from '../../../policy/present';
import type { Walk } from '../../../policy/walk';
import { changeStrings, outcomeStrings } from '../../../strings/outcome';
import { Button, Details, Heading, SummaryList } from '../../../ui';
import { answeredWords } from '../../../views/shown';
import { useAssessment } from '../draft-context';
import { otherAnswers } from './other-answers';
import { useChanges } from './use-changes';

const language = 'en';

interface Turn {
  readonly change: Change;
  readonly answers: readonly Answer[];
}

interface TurnsProps {
  readonly walk: Walk;
  readonly turns: readonly Turn[];
  readonly changeAt: (address: string) => string;
}

const OneOrMore = ({ texts }: { readonly texts: readonly string[] }) =>
  texts.length === 1 ? (
    <strong>{texts[0]}</strong>
  ) : (
    <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );

/** Questions, each with its answer now and those that would lead elsewhere. */
const Turns = ({ walk, turns, changeAt }: TurnsProps) => (
  <SummaryList
    rows={turns.map(({ change, answers }) => {
      const question = questionOf(walk, change, language);
      return {
        key: question,
        value: (
          <>
            {changeStrings.now}: {answeredWords(walk, change.asked, language)}
            <br />
            {changeStrings.instead}: <OneOrMore texts={otherAnswers(walk, change, answers)} />
          </>
        ),
        actions: [{ text: outcomeStrings.change, href: changeAt(change.address), about: question }],
      };
    })}
  />
);

/** The turns to each other outcome, in the policy's order of outcomes. */
const byOutcome = (walk: Walk, changes: readonly Change[]): readonly (readonly [string, readonly Turn[]])[] =>
  walk.model.policy.outcomes.flatMap((outcome): readonly (readonly [string, readonly Turn[]])[] => {
    const turns = changes.flatMap((change) => {
      const answers = change.others.flatMap((other) => (other.outcome === outcome.id ? [other.answer] : []));
      return answers.length > 0 ? [{ change, answers }] : [];
    });
    return turns.length > 0 ? [[words(walk, outcome.title, language), turns]] : [];
  });

/** What other answers would lead to. Worked out only when it is asked for: it means walking the policy anew for each. */
export const WhatWouldChange = ({ changeAt }: Pick<TurnsProps, 'changeAt'>) => {
  const assessment = useAssessment();
  const { walk } = assessment;
  const [wanted, setWanted] = useState(false);
  const { done, of, changes, isOver } = useChanges(assessment, wanted);
  const opening = changes.flatMap((change) => (change.opens.length > 0 ? [{ change, answers: change.opens }] : []));
  const groups = byOutcome(walk, changes);
  return (
    <>
      <Heading level={2}>{changeStrings.title}</Heading>
      <p className="govuk-body">{changeStrings.lead}</p>
      {!wanted && (
        <Button type="button" look="secondary" onClick={() => setWanted(true)}>
          {changeStrings.start}
        </Button>
      )}
      <p className="govuk-body" role="status">
        {wanted && (isOver ? changeStrings.done(groups.length) : changeStrings.working(done, of))}
      </p>
      {isOver && (
        <>
          {groups.map(([outcome, turns]) => (
            <Details key={outcome} summary={changeStrings.leadsTo(outcome, turns.length)}>
              <Turns walk={walk} turns={turns} changeAt={changeAt} />
            </Details>
          ))}
          {opening.length > 0 && (
            <Details summary={changeStrings.opens(opening.length)}>
              <p className="govuk-body">{changeStrings.opensWhy}</p>
              <Turns walk={walk} turns={opening} changeAt={changeAt} />
            </Details>
          )}
        </>
      )}
    </>
  );
};
