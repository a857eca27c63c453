import { type Failure, type Result, settle } from '../base/result';
import { readTrustList, type TrustCode, type TrustList } from '../signing/trust';
import { type Verdict, verdictOf } from './verdict';
import { verifyRecord, type VerifyOptions } from './verify-record';

/** The trust list in several texts, PEM or JSON. */
export const readTrustLists = (pems: readonly string[]): Result<TrustList, TrustCode> => {
  const lists = pems.map((pem, index) => readTrustList(pem, `trust[${index}]`));
  const failures = lists.flatMap((list): readonly Failure<TrustCode>[] => (list.ok ? [] : list.failures));
  const read = lists.flatMap((list) => (list.ok ? [list.value] : []));
  return settle(failures, () => ({
    entries: read.flatMap(({ entries }) => entries),
    received: read.flatMap(({ received }) => received),
  }));
};

/**
 * Judges a PDF under the certificates in texts, PEM or JSON; with no text, under no list of trust. A text that holds no
 * certificates, or one that our rules do not take, refuses: the list that was meant is not known.
 */
export const verifyUnder = async (
  pdf: Uint8Array,
  pems: readonly string[],
  options: Omit<VerifyOptions, 'trust'>,
): Promise<Verdict> => {
  if (pems.length === 0) return verifyRecord(pdf, options);
  const trust = readTrustLists(pems);
  return trust.ok
    ? verifyRecord(pdf, { ...options, trust: trust.value })
    : verdictOf([{ id: 'trust', state: 'refused', failures: trust.failures, params: {} }]);
};
