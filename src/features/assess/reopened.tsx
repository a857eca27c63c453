import { asIfConfirmed } from '../../assessment/assessment';
import { foresee } from '../../policy/foresee';
import { addressOf } from '../../policy/walk';
import { againAt, assessmentAt, stillTrueAt } from './addresses';
import type { Navigate } from './assess';
import { useAssessment, useSession } from './draft-context';
import { GapsScreen } from './gaps-screen';
import { QuestionScreen } from './question-screen';
import { SectionsScreen } from './sections-screen';
import { StillTrueScreen } from './still-true-screen';

interface ReopenedProps {
  readonly screen: 'gaps' | 'still-true' | 'again';
  readonly address: string;
  readonly navigate: Navigate;
}

/** A page with answers of the earlier record: also one that is reached only if those before it are confirmed. */
const Question = ({ address, navigate }: Omit<ReopenedProps, 'screen'>) => {
  const { draft } = useSession();
  const assessment = useAssessment();
  const { path } = foresee(assessment.model, asIfConfirmed(assessment), assessment.walk.today);
  const at = path.findIndex((step) => addressOf(step) === address);
  const [before, step] = [path[at - 1], path[at]];
  if (!step) return <SectionsScreen missed={address} />;
  return (
    <QuestionScreen
      key={address}
      step={step}
      back={before ? againAt(draft.id, addressOf(before)) : assessmentAt(draft.id)}
      walkOn={foresee}
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
    case 'again':
      return <Question address={address} navigate={navigate} />;
  }
};
