import { addressOf } from '../../policy/walk';
import { askAt } from './addresses';
import type { Navigate } from './assess';
import { useAssessment, useSession } from './draft-context';
import { QuestionScreen } from './question-screen';
import { SectionsScreen } from './sections-screen';

interface ReplyScreenProps {
  readonly address: string;
  readonly navigate: Navigate;
}

/** A page opened from the list of what others were asked, to put in what they said: its way on leads back there. */
export const ReplyScreen = ({ address, navigate }: ReplyScreenProps) => {
  const { draft } = useSession();
  const { walk } = useAssessment();
  const step = walk.path.find((one) => addressOf(one) === address);
  if (!step) return <SectionsScreen missed={address} />;
  const list = askAt(draft.id);
  return <QuestionScreen key={address} step={step} back={list} onDone={() => navigate(list)} />;
};
