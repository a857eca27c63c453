import { useState } from 'react';
import { type Assessment, asIfConfirmed } from '../../assessment/assessment';
import type { Key } from '../../policy/answer';
import { foresee } from '../../policy/foresee';
import { addressOf, type AskedField, askedFields } from '../../policy/walk';
import { againAt, assessmentAt, stillTrueAt } from './addresses';
import type { Navigate } from './assess';
import { useAssessment, useSession } from './draft-context';
import { GapsScreen } from './gaps-screen';
import { NewVersionScreen } from './new-version-screen';
import { QuestionScreen } from './question-screen';
import { SectionsScreen } from './sections-screen';
import { StillTrueScreen } from './still-true-screen';

interface ReopenedProps {
  readonly screen: 'gaps' | 'still-true' | 'again' | 'new-version';
  readonly address: string;
  readonly navigate: Navigate;
}

/** Of what a page asks, the fields that are settled: confirmed with all their rows, or empty where they may be. */
const settledKeys = ({ answers, carried: offers }: Assessment, asked: readonly AskedField[]): readonly Key[] => {
  const isSettled = ({ key, required, rows }: AskedField): boolean =>
    !offers.has(key) &&
    (answers.has(key) || !required || rows.length > 0) &&
    rows.every((row) => row.fields.every(isSettled));
  return asked.filter(isSettled).map(({ key }) => key);
};

/** A page with answers of the earlier record: also one that is reached only if those before it are confirmed. */
const Question = ({ address, navigate }: Omit<ReopenedProps, 'screen'>) => {
  const { draft } = useSession();
  const assessment = useAssessment();
  const foreseen = foresee(assessment.model, asIfConfirmed(assessment), assessment.walk.today);
  const at = foreseen.path.findIndex((step) => addressOf(step) === address);
  const [before, step] = [foreseen.path[at - 1], foreseen.path[at]];
  const [settled] = useState(() => new Set(step && settledKeys(assessment, askedFields(foreseen, step))));
  if (!step) return <SectionsScreen missed={address} />;
  return (
    <QuestionScreen
      key={address}
      step={step}
      back={before ? againAt(draft.id, addressOf(before)) : assessmentAt(draft.id)}
      walkOn={foresee}
      settled={settled}
      onDone={() => navigate(stillTrueAt(draft.id))}
    />
  );
};

/** The screens of what is taken up again: what stands in the way, what is still true, and the pages of what is not. */
export const Reopened = ({ screen, address, navigate }: ReopenedProps) => {
  switch (screen) {
    case 'gaps':
      return <GapsScreen />;
    case 'still-true':
      return <StillTrueScreen navigate={navigate} />;
    case 'new-version':
      return <NewVersionScreen navigate={navigate} />;
    case 'again':
      return <Question key={address} address={address} navigate={navigate} />;
  }
};
