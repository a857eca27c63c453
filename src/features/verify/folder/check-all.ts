import type { Verifying } from '../../../services';
import { readPdf } from '../../../views/read-pdf';
import type { Found } from '../found-view';
import { type Row, rowOf } from './row';

/** A file with its path in the folder that it came from. */
export interface Named {
  readonly name: string;
  readonly file: File;
}

export interface Checking {
  readonly trust: readonly string[];
  readonly verify: (pdf: Uint8Array<ArrayBuffer>, trust: readonly string[]) => Verifying;
  /** How many files are open at once: each is in a worker, and takes up to 100 MB. */
  readonly workers: number;
  readonly onRow: (row: Row) => void;
}

/**
 * One file, read now, and the verdict on it; one that cannot be read, or is too large to be, is refused unread. `running`
 * is told what to end when the answer is no longer wanted.
 */
export const check = async (
  { name, file }: Named,
  { verify, trust }: Pick<Checking, 'verify' | 'trust'>,
  running: (verifying: Verifying) => void,
): Promise<Found> => {
  const read = await readPdf(file);
  if (!read.ok) {
    const { stoppedVerdict } = await import('../../../verify/verdict');
    return { name, pdf: new Uint8Array(), verdict: stoppedVerdict(...read.failures) };
  }
  const verifying = verify(read.value, trust);
  running(verifying);
  return { name, pdf: read.value, verdict: await verifying.result };
};

/**
 * Checks files, a few at a time, and gives a row for each as it comes. Nothing of a file is kept but its row. `cancel`
 * ends those that are being checked and begins no other; `done` settles when nothing runs any more.
 */
export const checkAll = (files: readonly Named[], checking: Checking) => {
  const running = new Set<Verifying>();
  const waiting = files.map((one, number) => ({ one, number })).toReversed();
  let stopped = false;
  const work = async (): Promise<void> => {
    for (let found = waiting.pop(); found; found = waiting.pop()) {
      const { one, number } = found;
      let own: Verifying | undefined;
      const { verdict } = await check(one, checking, (verifying) => {
        own = verifying;
        running.add(verifying);
        if (stopped) verifying.cancel();
      });
      if (own) running.delete(own);
      if (!stopped) checking.onRow(rowOf({ number, name: one.name, size: one.file.size }, verdict));
    }
  };
  return {
    done: Promise.all(Array.from({ length: Math.min(checking.workers, files.length) }, work)),
    cancel: (): void => {
      stopped = true;
      waiting.length = 0;
      for (const one of running) one.cancel();
    },
  };
};
