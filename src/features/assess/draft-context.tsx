import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { newId } from '../../base/ids';
import { type Result, succeed } from '../../base/result';
import type { FieldEntry } from '../../assessment/log';
import type { Assessment } from '../../assessment/assessment';
import { useServices } from '../../services';
import { pendingOf } from '../../storage/pending';
import { profileId } from '../../storage/profile';
import { Marked } from '../../views/marked';
import { Opened } from '../../views/problem';
import { followOthers } from './follow';
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

// Where it cannot be fetched, the answers of another tab are taken in all the same, and listed among all answers.
const Told = lazy(() =>
  import('./told')
    .catch(() => ({ Told: (_: { entries: readonly FieldEntry[] }) => null }))
    .then((module) => ({ default: module.Told })),
);

interface OthersProps {
  readonly session: Session;
  readonly reopen: () => void;
}

/** Takes in what other tabs give to the draft, and tells of it. Under another version of its policy it is opened anew. */
const Others = ({ session, reopen }: OthersProps) => {
  const { afterPaint } = useServices();
  const entries = useSyncExternalStore(session.subscribe, session.elsewhere);
  useEffect(() => {
    let end: (() => void) | undefined = () => undefined;
    void afterPaint.add(async () => {
      if (!end) return;
      end = followOthers(session, reopen);
    });
    return () => {
      end?.();
      end = undefined;
    };
  }, [afterPaint, session, reopen]);
  return (
    <div className="govuk-width-container" aria-live="polite">
      {/* One that has just begun is under the newest policy, and nobody else has it. */}
      {session.assessment().log.length > 1 && (
        <Suspense>
          <Told entries={entries} />
        </Suspense>
      )}
    </div>
  );
};

/** Opens a draft for the screens inside. */
export const DraftProvider = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => {
  const services = useServices();
  const [times, setTimes] = useState(0);
  const reopen = useCallback(() => setTimes((count) => count + 1), []);
  const open = useCallback(async (): Promise<Result<Session>> => {
    const draft = await services.openDraft(id);
    if (!draft.ok) return draft;
    const { database } = draft.value;
    const [pending, author, tabs] = await Promise.all([
      pendingOf(database, id),
      profileId(database, newId(services.random)),
      services.openTabs(),
    ]);
    if (!pending.ok) return pending;
    if (!author.ok) return author;
    // What is being typed in a tab that is open is that tab's own.
    const left = pending.value.filter(({ tab }) => tab === services.tab || !tabs.has(tab));
    return succeed(openSession(services, draft.value, left, author.value));
    // oxlint-disable-next-line react/exhaustive-deps -- each time it is another session
  }, [id, services, times]);
  // Whatever comes after these screens may read what they have written, the last of it on their way out.
  useEffect(() => () => queueMicrotask(services.afterPaint.now), [services]);
  return (
    <Opened open={open} back="/">
      {(session) => {
        const { log, walk } = session.assessment();
        return (
          <SessionContext key={session.draft.policy} value={session}>
            <Others session={session} reopen={reopen} />
            <Marked log={log} scope={walk}>
              {children}
            </Marked>
          </SessionContext>
        );
      }}
    </Opened>
  );
};
