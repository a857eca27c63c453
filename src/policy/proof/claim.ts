import type { Failure } from '../../base/result';
import type { Walk } from '../walk';
import { type Found, search } from './assignment';
import type { Diagram } from './diagram';
import { type Example, exampleOf } from './example';
import type { Passages } from './passage';
import type { Sum } from './sums';

export type ProofCode =
  | 'proof.page-not-reached'
  | 'proof.field-not-asked'
  | 'proof.outcome-not-reached'
  | 'proof.no-way-on'
  | 'proof.missing-in-register'
  | 'proof.asked-twice'
  | 'proof.unsure-lightens'
  | 'proof.too-many-pages'
  | 'proof.too-many-typed'
  | 'proof.limit-never-applies'
  | 'proof.not-decided'
  | 'lint.never-holds'
  | 'lint.always-holds'
  | 'lint.row-never-matches'
  | 'lint.unused'
  | 'lint.no-options'
  | 'lint.contradiction';

/** Something that a proof found, with answers that show it where there are any. */
export interface Finding extends Failure<ProofCode> {
  readonly examples: readonly Example[];
}

/** What was claimed, and what became of it. A claim that is not decided is never taken for one that holds. */
export interface Claim {
  readonly id: string;
  readonly verdict: 'holds' | 'fails' | 'not-decided';
  /** How many cases it was shown for. */
  readonly cases: number;
  readonly findings: readonly Finding[];
}

export const finding = (
  code: ProofCode,
  place: string,
  params: Finding['params'] = {},
  examples: readonly Example[] = [],
): Finding => ({ code, place, params, examples });

export const claim = (id: string, cases: number, findings: readonly Finding[]): Claim => ({
  id,
  cases,
  findings,
  verdict: findings.some(({ code }) => code === 'proof.not-decided')
    ? findings.some(({ code }) => code !== 'proof.not-decided')
      ? 'fails'
      : 'not-decided'
    : findings.length === 0
      ? 'holds'
      : 'fails',
});

/** Whether some whole passage is in `where`: none is, one was found and walked, or neither could be shown. */
export type Answered =
  | { readonly is: 'none' }
  | { readonly is: 'some'; readonly example: Example; readonly walked: Walk; readonly found: Found }
  | { readonly is: 'not-decided' };

export interface Prover {
  readonly passages: Passages;
  /** How many pages and rows of pages a passage has. */
  readonly length: Sum;
  /** Looks for the shortest passage in `where` that a real walk confirms; `among` all whole passages, or others. */
  readonly find: (where: Diagram, confirm: (walked: Walk) => boolean, among?: Diagram) => Answered;
}

export const proverOf = (passages: Passages): Prover => {
  const { space } = passages;
  const length = space.sums.count(passages.steps.map(({ asked }) => asked));
  return {
    passages,
    length,
    find: (where, confirm, among = passages.whole) => {
      if (!space.meet(among, where)) return { is: 'none' };
      const found = search(space, space.and(among, where), length);
      if (found === 'none') return { is: 'none' };
      if (found === 'unknown') return { is: 'not-decided' };
      const { example, walked } = exampleOf(passages, found);
      return confirm(walked) ? { is: 'some', example, walked, found } : { is: 'not-decided' };
    },
  };
};
