import { useCallback, useEffect, useRef } from 'react';
/** Work that may start something; it tells what to end when its answer is no longer wanted. */
type Work<Found> = (running: (started: { readonly cancel: () => void }) => void) => Promise<Found>;

interface Latest {
  /** Begins a piece of work in place of the one before; `show` is told what it comes to. */
  readonly run: <Found>(work: Work<Found>, show: (found: Found) => void) => void;
  /** Ends the work, if there is any. */
  readonly stop: () => void;
}

/** One piece of work at a time: what it comes to is dropped once another has begun, or the screen is gone. */
export const useLatest = (): Latest => {
  const ending = useRef(() => {});
  const stop = useCallback((): void => ending.current(), []);
  useEffect(() => stop, [stop]);
  const run = useCallback<Latest['run']>(
    (work, show) => {
      let gone = false;
      let cancel = (): void => undefined;
      stop();
      ending.current = () => {
        gone = true;
        cancel();
      };
      void work((started) => {
        if (gone) started.cancel();
        else cancel = started.cancel;
      }).then((found) => {
        if (!gone) show(found);
      });
    },
    [stop],
  );
  return { run, stop };
};
