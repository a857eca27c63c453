// The verifier in a thread of its own, which can be ended: a crafted file must not hold up a folder of others.
import { readFileSync, statSync } from 'node:fs';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { timeOf } from '../src/base/calendar';
import { type Failure, failure } from '../src/base/result';
import type { VerifyCode } from '../src/verify/codes';
import { sizeLimit } from '../src/verify/form';
import { stoppedVerdict, type Verdict } from '../src/verify/verdict';
import { verifyUnder } from '../src/verify/verify-under';
import type { PrintAssets } from '../src/services';
import { readPrintAssets } from './print-assets';

/** How long one file may take, in seconds, and how much memory, in MB. */
const limits = { seconds: 10, megabytes: 512 };

const judge = async (path: string, trust: readonly string[], resources: PrintAssets): Promise<Verdict> => {
  try {
    const { size } = statSync(path);
    if (size > sizeLimit) return stoppedVerdict(failure('verify.too-large', path, { most: sizeLimit / 1_000_000 }));
    const now = timeOf(Math.floor(Date.now() / 1000));
    return await verifyUnder(readFileSync(path), trust, { subtle: crypto.subtle, resources, now });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return stoppedVerdict(failure('verify.unreadable', path, { reason }));
  }
};

/** What the thread does: it answers every path with a verdict. */
export const serveThread = (): void => {
  const { trust } = workerData as { readonly trust: readonly string[] };
  const resources = readPrintAssets();
  parentPort?.on(
    'message',
    (path: string) => void judge(path, trust, resources).then((verdict) => parentPort?.postMessage(verdict, [])),
  );
  parentPort?.postMessage('ready', []);
};

export interface Thread {
  readonly verify: (path: string) => Promise<Verdict>;
  readonly close: () => Promise<void>;
}

/** Verifies files one after another in a thread; one that takes too long, or too much, ends it, and the next gets another. */
export const openThread = (bundle: string, trust: readonly string[]): Thread => {
  let thread: Worker | undefined;
  const start = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      const made = new Worker(bundle, {
        workerData: { trust },
        resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      });
      made.once('message', () => resolve(made));
      made.once('error', reject);
    });
  const close = async (): Promise<void> => {
    await thread?.terminate();
    thread = undefined;
  };
  const verify = async (path: string): Promise<Verdict> => {
    const current = (thread ??= await start());
    return new Promise((resolve) => {
      const settle = (verdict: Verdict): void => {
        clearTimeout(timer);
        current.off('message', settle);
        current.off('error', fail);
        resolve(verdict);
      };
      const stop = (code: VerifyCode, params: Failure['params']): void =>
        void close().then(() => settle(stoppedVerdict(failure(code, path, params))));
      const fail = (error: unknown): void =>
        stop('verify.fault', { reason: error instanceof Error ? error.message : '' });
      const timer = setTimeout(() => stop('verify.timeout', { seconds: limits.seconds }), limits.seconds * 1000);
      current.on('message', settle);
      current.on('error', fail);
      current.postMessage(path, []);
    });
  };
  return { verify, close };
};
