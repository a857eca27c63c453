import { GuidanceScreens } from '../../views/guidance';
import { assessmentAt, notesAt } from './addresses';
import { useAssessment, useSession } from './draft-context';

/** The notes of the policy that an assessment is pinned to, which the site may have replaced since. */
export const DraftGuidance = ({ note }: { readonly note: string | undefined }) => {
  const { draft } = useSession();
  const { walk } = useAssessment();
  return (
    <GuidanceScreens scope={walk} note={note} at={(one) => notesAt(draft.id, one)} back={assessmentAt(draft.id)} />
  );
};
