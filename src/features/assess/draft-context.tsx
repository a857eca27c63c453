import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { newId } from '../../base/ids';
import type { Failure } from '../../base/result';
import type { Assessment } from '../../assessment/assessment';
import { useServices } from '../../services';
import { openDraft, pendingOf } from '../../storage/drafts';
import { profileId } from '../../storage/records';
import type { PendingRow } from '../../storage/database';
import { Loading, Problem } from '../../views/problem';
import { openSession, type Saving, type Session } from './session';

interface Open {
  readonly session: Session;
  readonly pending: readonly PendingRow[];
}

const SessionContext = createContext<Open | undefined>(undefined);

const useOpen = (): Open => {
  const open = use(SessionContext);
  if (!open) throw new Error('no draft is open');
  return open;
};

export const useSession = (): Session => useOpen().session;

/** What was being typed when the draft was last closed. */
export const usePending = (): readonly PendingRow[] => useOpen().pending;

export const useAssessment = (): Assessment => {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.assessment);
};

export const useSaving = (): Saving => {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.saving);
};

type State = { readonly open: Open } | { readonly failures: readonly Failure[] } | undefined;

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
      return {
        open: { session: openSession(services, database.value, draft.value, author.value), pending: pending.value },
      };
    };
    void open().then((result) => {
      if (!gone) setState(result);
    });
    return () => {
      gone = true;
    };
  }, [id, services]);
  if (!state) return <Loading />;
  if ('failures' in state) return <Problem failures={state.failures} />;
  return <SessionContext value={state.open}>{children}</SessionContext>;
};
