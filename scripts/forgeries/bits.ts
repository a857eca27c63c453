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

/** Verifies a file once for each bit, changed alone. */
export const tryBits = async (pdf: Uint8Array, bits: Iterable<number>): Promise<Tried> => {
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
  parentPort?.postMessage(await tryBits(pdf, bits), []);
};

/** Changes of one file, shared among threads of the bundle that this is in. */
export const tryInThreads = async (
  bundle: string,
  pdf: Uint8Array,
  { threads, seed, count }: { readonly threads: number; readonly seed: number; readonly count: number | undefined },
): Promise<Tried> => {
  const parts = await Promise.all(
    Array.from(
      { length: threads },
      (_, part) =>
        new Promise<Tried>((resolve, reject) => {
          const data: Part = { bits: 'part', pdf, part, of: threads, seed, count };
          const worker = new Worker(bundle, { workerData: data });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  return {
    tried: parts.reduce((sum, { tried }) => sum + tried, 0),
    accepted: parts.flatMap(({ accepted }) => accepted),
    faults: parts.flatMap(({ faults }) => faults),
  };
};
