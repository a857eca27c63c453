// Files with one bit changed, tried in threads. No page is rendered for them: a changed bit is found by the digest, the
// CMS or the form of the file, all of which come first, so there is nothing to render once and keep.
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { seeded } from '../../tests/support/answers';
import { verify } from '../../tests/verify/made';

interface Part {
  readonly bits: 'part';
  readonly pdf: Uint8Array;
  /** Every `of`-th of the changes, from `part` on. */
  readonly part: number;
  readonly of: number;
  readonly seed: number;
  /** How many changes are drawn; without it, every bit is tried. */
  readonly count: number | undefined;
}

export interface Tried {
  readonly tried: number;
  /** The bits whose change was accepted, counted from the first of the file. */
  readonly accepted: readonly number[];
  /** Those whose change made a library throw: refused, and a fault in our code. */
  readonly faults: readonly number[];
}

/** The bits to change, in the order in which they are drawn or lie. */
export const bitsOf = (length: number, seed: number, count: number | undefined): readonly number[] | undefined => {
  if (count === undefined) return undefined;
  const choose = seeded(seed);
  return Array.from({ length: count }, () => choose(length) * 8 + choose(8));
};

/** So many files are tried between two reports of a thread. */
const between = 250;

/** Verifies a file once for each bit, changed alone; `onTried` is told what came of those so far. */
export const tryBits = async (
  pdf: Uint8Array,
  bits: Iterable<number>,
  onTried: (tried: Tried) => void = () => undefined,
): Promise<Tried> => {
  const changed = new Uint8Array(pdf);
  const [accepted, faults]: [number[], number[]] = [[], []];
  let tried = 0;
  for (const bit of bits) {
    const at = bit >> 3;
    changed[at] = (pdf[at] ?? 0) ^ (1 << (bit & 7));
    const verdict = await verify(changed);
    if (verdict.accepted) accepted.push(bit);
    if (verdict.lines.some(({ failures = [] }) => failures.some(({ code }) => code === 'verify.fault')))
      faults.push(bit);
    changed[at] = pdf[at] ?? 0;
    tried++;
    if (tried % between === 0) onTried({ tried, accepted, faults });
  }
  return { tried, accepted, faults };
};

function* every(length: number, part: number, of: number): Generator<number> {
  for (let bit = part; bit < length * 8; bit += of) yield bit;
}

export const isBitsThread = (): boolean => (workerData as Part | null)?.bits === 'part';

/** What a thread does: its part of the bits, and then it ends. */
export const serveBits = async (): Promise<void> => {
  const { pdf, part, of, seed, count } = workerData as Part;
  const drawn = bitsOf(pdf.length, seed, count);
  const bits = drawn ? drawn.filter((_, index) => index % of === part) : every(pdf.length, part, of);
  await tryBits(pdf, bits, report).then(report);
};

const report = (tried: Tried): void => parentPort?.postMessage(tried, []);

const together = (parts: readonly Tried[]): Tried => ({
  tried: parts.reduce((sum, { tried }) => sum + tried, 0),
  accepted: parts.flatMap(({ accepted }) => accepted),
  faults: parts.flatMap(({ faults }) => faults),
});

interface Trying {
  readonly threads: number;
  readonly seed: number;
  readonly count: number | undefined;
  /** Ends all threads early; what they have tried by then is returned. */
  readonly ending?: AbortSignal;
  readonly onTried?: (tried: number) => void;
}

/** Changes of one file, shared among threads of the bundle that this is in. */
export const tryInThreads = async (
  bundle: string,
  pdf: Uint8Array,
  { threads, seed, count, ending, onTried }: Trying,
): Promise<Tried> => {
  const parts: Tried[] = Array.from({ length: threads }, () => ({ tried: 0, accepted: [], faults: [] }));
  if (ending?.aborted) return together(parts);
  await Promise.all(
    parts.map(
      (_, part) =>
        new Promise<void>((resolve, reject) => {
          const data: Part = { bits: 'part', pdf, part, of: threads, seed, count };
          const worker = new Worker(bundle, { workerData: data });
          worker.on('message', (tried: Tried) => {
            parts[part] = tried;
            onTried?.(together(parts).tried);
          });
          worker.once('error', reject);
          worker.once('exit', () => resolve());
          ending?.addEventListener('abort', () => void worker.terminate());
        }),
    ),
  );
  return together(parts);
};
