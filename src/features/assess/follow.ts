import { pinsOf } from '../../assessment/log';
import { watchLog } from '../../storage/watch';
import type { Session } from './session';

/**
 * Takes in what other tabs give to a draft for as long as its session is open. Under another version of its policy the
 * session cannot go on, and `reopen` is told. Gives what ends it.
 */
export const followOthers = (session: Session, reopen: () => void): (() => void) => {
  const { policy } = session.draft;
  return watchLog(session.database, session.draft.id, (log) => {
    const pins = pinsOf(log);
    // Of a draft that was deleted nothing is left, and what is typed here says that it is not saved.
    if (pins && pins.policy !== policy) reopen();
    else session.seeOthers(log);
  });
};
