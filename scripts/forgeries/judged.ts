import type { TrustList } from '../../src/signing/trust';
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

/** What somebody who trusts only those on a list is told besides: it comes to whatever a stranger has signed. */
const ofTrust = (refusal: string): boolean => /^(?:trust|inside): verify\.(?:trust-unknown|inside)$/.test(refusal);

/**
 * What our verifier makes of a forgery, and whether it is what was expected. With a list of those who are trusted, where the
 * forgery brings none of its own, it must be refused for the same reasons, and a stranger besides for being one.
 */
export const judge = async (forgery: Forgery, trust?: TrustList): Promise<Judged> => {
  const { make, expects, lawful, unknown } = forgery;
  const options = { ...(trust && { trust }), ...forgery.options };
  const pdf = await make();
  const from = performance.now();
  const verdict = await verify(pdf, options);
  const milliseconds = performance.now() - from;
  const all = refusalsOf(verdict);
  const ownList = trust === undefined || forgery.options?.trust !== undefined;
  const refusals = ownList ? all : all.filter((one) => expects.includes(one) || !ofTrust(one));
  const stranger = refusals.length < all.length;
  const silent = !verdict.accepted && all.length === 0;
  const wrong = [
    ...(verdict.accepted === ((lawful ?? false) && !stranger)
      ? []
      : [lawful ? 'is lawful, and refused' : 'IS ACCEPTED']),
    ...(refusals.join() === expects.join() ? [] : [`expected ${expects.join(', ')}`]),
    ...(silent === ((unknown ?? false) && !stranger) ? [] : ['gives no reason']),
    ...(milliseconds < timeLimit ? [] : [`took ${Math.round(milliseconds)} ms`]),
  ];
  const codes = verdict.lines.flatMap(({ failures = [] }) => failures.map(({ code }) => code));
  return { pdf, verdict, refusals: all, codes, milliseconds, wrong: wrong.join('; ') };
};
