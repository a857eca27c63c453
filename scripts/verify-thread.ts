// The verifier in a thread of its own, which can be ended: a crafted file must not hold up a folder of others.
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { timeOf } from '../src/base/calendar';
import { type Failure, failure } from '../src/base/result';
import type { VerifyCode } from '../src/verify/codes';
import { sizeLimit } from '../src/verify/form';
import { type Proven, type ProvenRecord, stoppedVerdict, type Verdict } from '../src/verify/verdict';
import { verifyUnder } from '../src/verify/verify-under';
import type { PrintAssets } from '../src/services';
import { readPrintAssets } from './print-assets';

/** How long one file may take, in seconds, and how much memory, in MB. */
const limits = { seconds: 10, megabytes: 512 };

/** Each thread may take as much memory as `limits` says. */
const mostThreads = 8;

type Sealed<Document> = Pick<Document, Extract<keyof Document, 'id' | 'payload'>>;

/** A verdict without the policies that it rests on: a thousand of them would fill the memory. */
export interface Judged extends Pick<Verdict, 'accepted' | 'preRelease' | 'lines'> {
  readonly record?: Sealed<ProvenRecord>;
  readonly proven?: { readonly sequels: readonly Sealed<Proven['sequels'][number]>[] };
}

const judgedOf = ({ accepted, preRelease, lines, record, proven }: Verdict): Judged => ({
  accepted,
  preRelease,
  lines,
  ...(record && { record: { id: record.id, payload: record.payload } }),
  ...(proven && { proven: { sequels: proven.sequels.map(({ id, payload }) => ({ id, payload })) } }),
});

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
    (path: string) =>
      void judge(path, trust, resources).then((verdict) => parentPort?.postMessage(judgedOf(verdict), [])),
  );
  parentPort?.postMessage('ready', []);
};

export interface Thread {
  readonly verify: (path: string) => Promise<Judged>;
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
  const verify = async (path: string): Promise<Judged> => {
    const current = (thread ??= await start());
    return new Promise((resolve) => {
      const settle = (verdict: Judged): void => {
        clearTimeout(timer);
        current.off('message', settle);
        current.off('error', fail);
        resolve(verdict);
      };
      const stop = (code: VerifyCode, params: Failure['params']): void =>
        void close().then(() => settle(judgedOf(stoppedVerdict(failure(code, path, params)))));
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

/**
 * Verifies files in as many threads as there are processors, eight at most, and hands each verdict on in the order of the
 * files, as soon as those before it are there. A file that ends its thread is refused alone.
 */
export const verifyAll = async (
  bundle: string,
  trust: readonly string[],
  paths: readonly string[],
  onVerdict: (path: string, verdict: Judged) => void,
): Promise<void> => {
  const found = new Map<number, Judged>();
  let [begun, told] = [0, 0];
  const tell = (): void => {
    for (let verdict = found.get(told); verdict; verdict = found.get(told)) {
      found.delete(told);
      onVerdict(paths[told++] ?? '', verdict);
    }
  };
  const work = async (): Promise<void> => {
    const thread = openThread(bundle, trust);
    while (begun < paths.length) {
      const number = begun++;
      found.set(number, await thread.verify(paths[number] ?? ''));
      tell();
    }
    await thread.close();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), paths.length, mostThreads) }, work));
};
