import { failure } from '../base/result';
import type { IsoTime } from '../base/calendar';
import type { PrintAssets, Services } from '../services';
import type { VerifyCode } from '../verify/codes';
import type { Verdict } from '../verify/verdict';
import { scriptAddress } from './script-address';

/** How long a file may take. An honest record takes a tenth of a second. */
const seconds = 10;

const stopped = async (code: VerifyCode, params: Parameters<typeof failure>[2] = {}): Promise<Verdict> => {
  const { stoppedVerdict } = await import('../verify/verdict');
  return stoppedVerdict(failure(code, 'pdf', params));
};

/** What the worker is asked: one file, the certificates that are trusted, and what it cannot get by itself. */
export interface VerifyRequest {
  readonly pdf: Uint8Array<ArrayBuffer>;
  /** PEM texts. */
  readonly trust: readonly string[];
  /** With the first file only: what is found out about fonts holds as long as they are the same. */
  readonly resources?: PrintAssets;
  readonly now: IsoTime;
}

/** What the worker answers, once a file. pdf.js, where it is fetched, posts words of its own, which are none of ours. */
export interface VerifyAnswer {
  readonly verdict: Verdict;
}

const isAnswer = (data: unknown): data is VerifyAnswer =>
  typeof data === 'object' && data !== null && 'verdict' in data;

/** How long a worker waits for another file. */
const wait = 5000;

/**
 * Verifies in workers, one file in each at a time. One that has accepted its file is given the next: it has read the code
 * and knows the policy. It is ended where it refuses the file, for nobody knows what a crafted one has made of it; where
 * it is cancelled, fails, or takes too long; and when no other file comes.
 */
export const verifyService = (
  script: string,
  { clock, printAssets }: Pick<Services, 'clock' | 'printAssets'>,
): Services['verify'] => {
  /** Workers with nothing to do, and what ends each unless it is wanted again. */
  const idle = new Map<Worker, ReturnType<typeof setTimeout>>();
  const keep = (worker: Worker): void => {
    const end = (): void => {
      worker.terminate();
      idle.delete(worker);
    };
    idle.set(worker, setTimeout(end, wait));
  };
  const hire = (): { readonly worker: Worker; readonly isNew: boolean } => {
    for (const [worker, timer] of idle) {
      clearTimeout(timer);
      idle.delete(worker);
      return { worker, isNew: false };
    }
    return { worker: new Worker(scriptAddress(script), { type: 'module' }), isNew: true };
  };
  return (pdf, trust) => {
    const { worker, isNew } = hire();
    const listening = new AbortController();
    const { signal } = listening;
    let cancel = (): void => undefined;
    const result = new Promise<Verdict>((resolve) => {
      const end = (verdict: Verdict | Promise<Verdict>, isGood = false): void => {
        if (signal.aborted) return;
        clearTimeout(timer);
        listening.abort();
        if (isGood) keep(worker);
        else worker.terminate();
        resolve(verdict);
      };
      const timer = setTimeout(() => end(stopped('verify.timeout', { seconds })), seconds * 1000);
      cancel = () => end(stopped('verify.cancelled'));
      const onMessage = ({ data }: MessageEvent<unknown>): void => {
        if (isAnswer(data)) end(data.verdict, data.verdict.accepted);
      };
      worker.addEventListener('message', onMessage, { signal });
      worker.addEventListener('error', ({ message }) => end(stopped('verify.fault', { reason: message ?? '' })), {
        signal,
      });
      const ask = (resources?: PrintAssets): void => {
        if (signal.aborted) return;
        worker.postMessage({ pdf, trust, now: clock(), ...(resources && { resources }) } satisfies VerifyRequest, []);
      };
      if (isNew)
        printAssets().then(ask, () =>
          end(stopped('verify.unreadable', { reason: 'the fonts of the record could not be fetched' })),
        );
      else ask();
    });
    return { result, cancel };
  };
};
