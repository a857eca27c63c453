import { writtenTime } from '../base/calendar';
import { foreignText } from './foreign-text';
import { printedId } from './printed-id';
import { wholeBeginning } from './beginning';
import type { Verdict, VerdictLine } from './verdict';
import { verifyRecord, type VerifyOptions } from './verify-record';

const isRefused = ({ lines }: Verdict, line: VerdictLine['id']): boolean =>
  lines.some(({ id, state }) => id === line && state === 'refused');

/** How other programs’ files differ from ours first: of a file that is ours in all that, pdf.js has nothing to say. */
const foreign: readonly string[] = ['verify.header', 'verify.tail', 'verify.cross-reference', 'verify.trailer'];

/** No print of a record is larger, in bytes; it would only keep the checker waiting. */
const largestCopy = 8_000_000;

/** A beginning that passes all rules but trust, which is asked of the original, not of this file. */
const intact = async (
  pdf: Uint8Array,
  options: VerifyOptions,
): Promise<Pick<Verdict, 'beginning' | 'lines'> | undefined> => {
  const part = wholeBeginning(pdf);
  const { accepted, proven } = part ? await verifyRecord(part, { ...options, trust: undefined }) : {};
  const document = proven?.sequels.at(-1) ?? proven?.record;
  if (!accepted || !part || !document) return undefined;
  const { payload } = document;
  const params = {
    bytes: part.length,
    following: pdf.length - part.length,
    of: proven?.sequels.length === 0 ? 'record' : 'document',
    reference: proven?.record?.payload.reference ?? '',
    name: payload.signer.name,
    signedAt: writtenTime(payload.time.signedAt),
  };
  return { beginning: part.length, lines: [{ id: 'beginning', state: 'note', params }] };
};

/** A copy that another program made: whose it is, by the foot of its pages. */
const copied = async (pdf: Uint8Array): Promise<Pick<Verdict, 'printed' | 'lines'> | undefined> => {
  const printed = printedId(await foreignText(pdf));
  return (
    printed && {
      printed,
      lines: [{ id: 'copy', state: 'note', params: { id: printed.id, reference: printed.reference ?? '' } }],
    }
  );
};

/**
 * The verdict, and right after what refuses a file for its form where the original is: at its own beginning, or elsewhere,
 * by the id at the foot of its pages. The file is refused as before; whose hands touched it, nobody can tell.
 */
export const touched = async (
  pdf: Uint8Array,
  verdict: Verdict,
  options: Omit<VerifyOptions, 'trust'>,
): Promise<Verdict> => {
  if (verdict.accepted || !(isRefused(verdict, 'form') || isRefused(verdict, 'unchanged'))) return verdict;
  const isForeign = verdict.lines.some(({ failures = [] }) => failures.some(({ code }) => foreign.includes(code)));
  const readable = isForeign && pdf.length <= largestCopy;
  const found = (await intact(pdf, options)) ?? (readable ? await copied(pdf) : undefined);
  if (!found) return verdict;
  const after = verdict.lines.findIndex(({ state }) => state === 'refused') + 1;
  return { ...verdict, ...found, lines: verdict.lines.toSpliced(after, 0, ...found.lines) };
};
