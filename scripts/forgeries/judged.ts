import type { Verdict } from '../../src/verify/verdict';
import { refusalsOf } from '../../tests/verify/forge';
import { verify } from '../../tests/verify/made';
import type { Bytes, Forgery } from './forgery';

/** How long one file may take, in milliseconds; a file made to take long, on a busy machine, takes a third of it. */
export const timeLimit = 10_000;

export interface Judged {
  readonly pdf: Bytes;
  readonly verdict: Verdict;
  /** As the forgery names what it expects. */
  readonly refusals: readonly string[];
  /** Every reason given, those too of what was not checked. */
  readonly codes: readonly string[];
  readonly milliseconds: number;
  /** What is other than expected; empty where nothing is. */
  readonly wrong: string;
}

/** What our verifier makes of a forgery, and whether it is what was expected. */
export const judge = async ({ make, options, expects, lawful, unknown }: Forgery): Promise<Judged> => {
  const pdf = await make();
  const from = performance.now();
  const verdict = await verify(pdf, options);
  const milliseconds = performance.now() - from;
  const refusals = refusalsOf(verdict);
  const silent = !verdict.accepted && refusals.length === 0;
  const wrong = [
    ...(verdict.accepted === (lawful ?? false) ? [] : [lawful ? 'is lawful, and refused' : 'IS ACCEPTED']),
    ...(refusals.join() === expects.join() ? [] : [`expected ${expects.join(', ')}`]),
    ...(silent === (unknown ?? false) ? [] : ['gives no reason']),
    ...(milliseconds < timeLimit ? [] : [`took ${Math.round(milliseconds)} ms`]),
  ];
  const codes = verdict.lines.flatMap(({ failures = [] }) => failures.map(({ code }) => code));
  return { pdf, verdict, refusals, codes, milliseconds, wrong: wrong.join('; ') };
};
