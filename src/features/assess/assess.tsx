import { lazy, useEffect } from 'react';
import { useSelector } from '@xstate/react';
import { addressOf } from '../../policy/walk';
import { assessmentAt, checkAt, type DraftPlace, outcomeAt, questionAt, stillTrueAt } from './addresses';
import { DraftProvider, useAssessment, useSession } from './draft-context';
import { CheckScreen } from './form/late-controls';
import { addressAfter } from './form/overlay';
import { QuestionScreen } from './question-screen';
import { Loading } from '../../views/problem';

// What is not the first question is fetched when it is first needed.
const AskScreen = lazy(() => import('./ask-screen').then((module) => ({ default: module.AskScreen })));
const DraftGuidance = lazy(() => import('./draft-guidance').then((module) => ({ default: module.DraftGuidance })));
const HistoryScreen = lazy(() => import('./history-screen').then((module) => ({ default: module.HistoryScreen })));
const OutcomeScreen = lazy(() => import('./outcome-screen').then((module) => ({ default: module.OutcomeScreen })));
const ReplyScreen = lazy(() => import('./reply-screen').then((module) => ({ default: module.ReplyScreen })));
const SectionsScreen = lazy(() => import('./sections-screen').then((module) => ({ default: module.SectionsScreen })));
const Reopened = lazy(() => import('./reopened').then((module) => ({ default: module.Reopened })));

/** Goes to another screen, by its address. */
export type Navigate = (to: string, options?: { readonly replace?: boolean }) => void;

interface QuestionProps {
  readonly address: string;
  readonly changing: boolean;
  readonly navigate: Navigate;
}

/** A page by its address; for one that the answers do not lead to, the sections, which say so. */
const Question = ({ address, changing, navigate }: QuestionProps) => {
  const session = useSession();
  const walk = useSelector(session.actor, (snapshot) => snapshot.context.walked);
  const { id } = session.draft;
  const at = walk.path.findIndex((step) => addressOf(step) === address);
  const step = walk.path[at];
  if (!step) return <SectionsScreen missed={address} />;
  const before = walk.path[at - 1];
  const back = changing ? checkAt(id) : before ? questionAt(id, addressOf(before)) : assessmentAt(id);
  const onDone = (done: string): void => {
    const { walk: after, carried } = session.assessment();
    if (carried.size > 0) return navigate(stillTrueAt(id));
    const next = addressAfter(after, done);
    if (next === undefined) navigate(after.outcome === undefined ? assessmentAt(id) : checkAt(id));
    else navigate(changing && after.outcome !== undefined ? checkAt(id) : questionAt(id, next));
  };
  return (
    <QuestionScreen
      key={address}
      step={step}
      back={back}
      onDone={onDone}
      returns={changing && walk.outcome !== undefined}
    />
  );
};

/** Where the officer stopped: the page that was last open, or else as far as the answers lead. */
const Resume = ({ navigate }: { readonly navigate: Navigate }) => {
  const { draft } = useSession();
  const { walk: reached, carried } = useAssessment();
  const addresses = reached.path.map(addressOf);
  const known = draft.lastPage !== undefined && addresses.includes(draft.lastPage);
  const last = known ? draft.lastPage : addresses.at(-1);
  const finished = reached.outcome !== undefined && last === addresses.at(-1);
  const to =
    carried.size > 0 && !finished
      ? stillTrueAt(draft.id)
      : last === undefined
        ? assessmentAt(draft.id)
        : finished
          ? outcomeAt(draft.id)
          : questionAt(draft.id, last);
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return <Loading />;
};

interface AssessProps {
  readonly draft: string;
  /** What follows the draft's id in the address: `q/a1`, `check`… */
  readonly place: string;
  readonly navigate: Navigate;
}

const Place = ({ place, navigate }: Omit<AssessProps, 'draft'>) => {
  const [first = '', ...rest] = place.split('/');
  const screen = first as DraftPlace;
  const address = rest.filter((part) => part !== '').join('/');
  switch (screen) {
    case 'q':
    case 'change':
      return <Question address={address} changing={screen === 'change'} navigate={navigate} />;
    case 'ask':
      return <AskScreen />;
    case 'reply':
      return <ReplyScreen address={address} navigate={navigate} />;
    case 'check':
      return <CheckScreen />;
    case 'guidance':
      return <DraftGuidance key={address} note={address === '' ? undefined : address} />;
    case 'history':
      return <HistoryScreen />;
    case 'gaps':
    case 'still-true':
    case 'new-version':
    case 'again':
      return <Reopened screen={screen} address={address} navigate={navigate} />;
    case 'outcome':
      return <OutcomeScreen />;
    case 'resume':
      return <Resume navigate={navigate} />;
    case '':
      return <SectionsScreen />;
    default:
      return <SectionsScreen missed={place} />;
  }
};

/** The screens of one assessment. */
export const Assess = ({ draft, place, navigate }: AssessProps) => (
  <DraftProvider key={draft} id={draft}>
    <Place place={place} navigate={navigate} />
  </DraftProvider>
);
