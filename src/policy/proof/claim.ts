import type { Failure } from '../../base/result';
import type { Example } from './example';

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
  | 'lint.never-there'
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
