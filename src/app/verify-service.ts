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
  readonly resources: PrintAssets;
  readonly now: IsoTime;
}

/** What the worker answers, once. pdf.js, where it is fetched, posts words of its own, which are none of ours. */
export interface VerifyAnswer {
  readonly verdict: Verdict;
}

const isAnswer = (data: unknown): data is VerifyAnswer =>
  typeof data === 'object' && data !== null && 'verdict' in data;

/** Verifies in a worker of its own for each file, ended when it has answered, is cancelled, or takes too long. */
export const verifyService =
  (worker: string, { clock, printAssets }: Pick<Services, 'clock' | 'printAssets'>): Services['verify'] =>
  (pdf, trust) => {
    const running = new Worker(scriptAddress(worker), { type: 'module' });
    let cancel = (): void => undefined;
    const result = new Promise<Verdict>((resolve) => {
      const end = (verdict: Verdict | Promise<Verdict>): void => {
        clearTimeout(timer);
        running.terminate();
        resolve(verdict);
      };
      const timer = setTimeout(() => end(stopped('verify.timeout', { seconds })), seconds * 1000);
      cancel = () => end(stopped('verify.cancelled'));
      running.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isAnswer(data)) end(data.verdict);
      });
      running.addEventListener('error', ({ message }) => end(stopped('verify.fault', { reason: message ?? '' })));
      printAssets().then(
        (resources) => running.postMessage({ pdf, trust, resources, now: clock() } satisfies VerifyRequest, []),
        () => end(stopped('verify.unreadable', { reason: 'the fonts of the record could not be fetched' })),
      );
    });
    return { result, cancel };
  };
