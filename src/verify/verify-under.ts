import { type Failure, type Result, settle } from '../base/result';
import { readTrustList, type TrustCode, type TrustList } from '../signing/trust';
import { type Verdict, verdictOf } from './verdict';
import { touched } from './touched';
import { verifyRecord, type VerifyOptions } from './verify-record';

/** The hashes that several lists name; undefined where none of them names any. */
const together = (lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined => {
  const named = lists.flatMap((list) => list ?? []);
  return named.length > 0 ? named : undefined;
};

/** The trust list in several texts, PEM or JSON. */
export const readTrustLists = (pems: readonly string[]): Result<TrustList, TrustCode> => {
  const lists = pems.map((pem, index) => readTrustList(pem, `trust[${index}]`));
  const failures = lists.flatMap((list): readonly Failure<TrustCode>[] => (list.ok ? [] : list.failures));
  const read = lists.flatMap((list) => (list.ok ? [list.value] : []));
  return settle(failures, () => ({
    entries: read.flatMap(({ entries }) => entries),
    received: read.flatMap(({ received }) => received),
    policies: together(read.map(({ policies }) => policies)),
    settings: together(read.map(({ settings }) => settings)),
  }));
};

/**
 * Judges a PDF under the certificates in texts, PEM or JSON; with no text, under no list of trust. A text that holds no
 * certificates, or one that our rules do not take, refuses: the list that was meant is not known. Of a file that others
 * have touched, the verdict says besides where its original is.
 */
export const verifyUnder = async (
  pdf: Uint8Array,
  pems: readonly string[],
  options: Omit<VerifyOptions, 'trust'>,
): Promise<Verdict> => {
  const judge = async (trust?: TrustList): Promise<Verdict> =>
    touched(pdf, await verifyRecord(pdf, { ...options, trust }), options);
  if (pems.length === 0) return judge();
  const trust = readTrustLists(pems);
  return trust.ok
    ? judge(trust.value)
    : verdictOf([{ id: 'trust', state: 'refused', failures: trust.failures, params: {} }]);
};
