import { createContext, type ReactNode, use, useCallback, useEffect, useSyncExternalStore } from 'react';
import { newId } from '../../base/ids';
import { type Result, succeed } from '../../base/result';
import type { Assessment } from '../../assessment/assessment';
import { useServices } from '../../services';
import { pendingOf } from '../../storage/drafts';
import { profileId } from '../../storage/records';
import { Marked } from '../../views/marked';
import { Opened } from '../../views/problem';
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

/** Opens a draft for the screens inside. */
export const DraftProvider = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => {
  const services = useServices();
  const open = useCallback(async (): Promise<Result<Session>> => {
    const draft = await services.openDraft(id);
    if (!draft.ok) return draft;
    const { database } = draft.value;
    const pending = await pendingOf(database, id);
    if (!pending.ok) return pending;
    const author = await profileId(database, newId(services.random));
    if (!author.ok) return author;
    return succeed(openSession(services, draft.value, pending.value, author.value));
  }, [id, services]);
  // Whatever comes after these screens may read what they have written, the last of it on their way out.
  useEffect(() => () => queueMicrotask(services.afterPaint.now), [services]);
  return (
    <Opened open={open} back="/">
      {(session) => {
        const { log, walk } = session.assessment();
        return (
          <SessionContext value={session}>
            <Marked log={log} scope={walk}>
              {children}
            </Marked>
          </SessionContext>
        );
      }}
    </Opened>
  );
};
