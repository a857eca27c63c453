import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { newId } from '../../base/ids';
import type { Failure } from '../../base/result';
import type { Assessment } from '../../assessment/assessment';
import { useServices } from '../../services';
import { openDraft, pendingOf } from '../../storage/drafts';
import { profileId } from '../../storage/records';
import { en } from '../../strings/en';
import { Loading, Problem } from '../../views/problem';
import { Screen } from '../../views/screen';
import { openSession, type Saving, type Session } from './session';

const SessionContext = createContext<Session | undefined>(undefined);

export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('no draft is open');
  return session;
};

export const useAssessment = (): Assessment => {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.assessment);
};

export const useSaving = (): Saving => {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.saving);
};

type State = { readonly session: Session } | { readonly failures: readonly Failure[] } | undefined;

/** Opens a draft for the screens inside. */
export const DraftProvider = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => {
  const services = useServices();
  const [state, setState] = useState<State>();
  useEffect(() => {
    let gone = false;
    const open = async (): Promise<State> => {
      const database = await services.database();
      if (!database.ok) return database;
      const draft = await openDraft(database.value, id);
      if (!draft.ok) return draft;
      const pending = await pendingOf(database.value, id);
      if (!pending.ok) return pending;
      const author = await profileId(database.value, newId(services.random));
      if (!author.ok) return author;
      return { session: openSession(services, database.value, draft.value, pending.value, author.value) };
    };
    void open().then((result) => {
      if (!gone) setState(result);
    });
    return () => {
      gone = true;
    };
  }, [id, services]);
  if (!state) return <Loading />;
  if ('failures' in state)
    return (
      <Screen title={en.problem.title} back="/">
        <Problem failures={state.failures} />
      </Screen>
    );
  return <SessionContext value={state.session}>{children}</SessionContext>;
};
