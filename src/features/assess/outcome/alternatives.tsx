import { useState } from 'react';
import type { Alternative } from '../../../assessment/alternatives';
import { questionOf } from '../../../assessment/asked';
import type { Answer } from '../../../policy/answer';
import { words } from '../../../policy/present';
import type { Walk } from '../../../policy/walk';
import { alternativeStrings, outcomeStrings } from '../../../strings/outcome';
import { Details, Heading } from '../../../ui';
import { SummaryList } from '../../../ui/content/summary-list';
import { answeredWords } from '../../../views/shown';
import { useAssessment } from '../draft-context';
import { otherAnswers } from './other-answers';
import { useAlternatives } from './use-alternatives';

const language = 'en';

/** So many answers of one outcome are in sight. */
const few = 3;

interface Turn {
  readonly found: Alternative;
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
    rows={turns.map(({ found, answers }) => {
      const question = questionOf(walk, found, language);
      return {
        key: question,
        value: (
          <>
            {alternativeStrings.now}: {answeredWords(walk, found.asked, language)}
            <br />
            {alternativeStrings.instead}: <OneOrMore texts={otherAnswers(walk, found, answers)} />
          </>
        ),
        actions: [{ text: outcomeStrings.change, href: changeAt(found.address), about: question }],
      };
    })}
  />
);

/** The turns to each other outcome, in the policy's order of outcomes. */
const byOutcome = (walk: Walk, alternatives: readonly Alternative[]): readonly (readonly [string, readonly Turn[]])[] =>
  walk.model.policy.outcomes.flatMap((outcome): readonly (readonly [string, readonly Turn[]])[] => {
    const turns = alternatives.flatMap((found) => {
      const answers = found.others.flatMap((other) => (other.outcome === outcome.id ? [other.answer] : []));
      return answers.length > 0 ? [{ found, answers }] : [];
    });
    return turns.length > 0 ? [[words(walk, outcome.title, language), turns]] : [];
  });

/** What other answers would lead to. Worked out only when it is asked for: it means walking the policy anew for each. */
export const WhatWouldChange = ({ changeAt }: Pick<TurnsProps, 'changeAt'>) => {
  const assessment = useAssessment();
  const { walk } = assessment;
  const [wanted, setWanted] = useState(false);
  const { done, of, found, isOver } = useAlternatives(assessment, wanted);
  const groups = byOutcome(walk, found);
  const opening = found.flatMap((one) => (one.opens.length > 0 ? [{ found: one, answers: one.opens }] : []));
  return (
    <Details summary={alternativeStrings.title} onToggle={({ newState }) => newState === 'open' && setWanted(true)}>
      <p className="govuk-body">{alternativeStrings.lead}</p>
      <p className="govuk-body" role="status">
        {wanted && (isOver ? alternativeStrings.done(groups.length) : alternativeStrings.working)}
      </p>
      {wanted && !isOver && <progress aria-label={alternativeStrings.working} value={done} max={of} />}
      {isOver &&
        groups.map(([outcome, turns]) => (
          <section key={outcome}>
            <Heading level={3}>{alternativeStrings.leadsTo(outcome, turns.length)}</Heading>
            <Turns walk={walk} turns={turns.slice(0, few)} changeAt={changeAt} />
            {turns.length > few && (
              <Details summary={alternativeStrings.others(turns.length - few)}>
                <Turns walk={walk} turns={turns.slice(few)} changeAt={changeAt} />
              </Details>
            )}
          </section>
        ))}
      {isOver && opening.length > 0 && (
        <Details summary={alternativeStrings.opens(opening.length)}>
          <p className="govuk-body">{alternativeStrings.opensWhy}</p>
          <Turns walk={walk} turns={opening} changeAt={changeAt} />
        </Details>
      )}
    </Details>
  );
};
