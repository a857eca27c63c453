import { sha256Hex } from '../../base/hash';
import type { Chain } from '../../record/chain';
import { walkOf } from '../../record/sequel-rules';
import type { Services, Verifying } from '../../services';
import type { OpenedFile } from '../../storage/deciding';
import type { Verdict } from '../../verify/verdict';
import type { About } from './read-form';

/** A file that was verified and can be decided on, or why it cannot. */
export type Judged =
  | { readonly kind: 'ready'; readonly file: OpenedFile; readonly about: About }
  | { readonly kind: 'refused'; readonly verdict: Verdict };

/** The chain of an accepted file that something can come after: no practice record, no mere receipt. */
const chainOf = ({ proven }: Verdict): Chain | undefined =>
  proven?.record && proven.record.payload.kind === 'record'
    ? { record: proven.record, sequels: proven.sequels }
    : undefined;

/** Verifies a file; `running` is told what to end when the answer is no longer wanted. */
export const judgeFile = async (
  { verify, clock }: Pick<Services, 'verify' | 'clock'>,
  name: string,
  pdf: Uint8Array<ArrayBuffer>,
  running: (verifying: Verifying) => void,
): Promise<Judged> => {
  const verifying = verify(pdf, []);
  running(verifying);
  const verdict = await verifying.result;
  const chain = chainOf(verdict);
  if (!chain) return { kind: 'refused', verdict };
  const now = clock();
  const { title } = chain.record.payload;
  const file = { id: sha256Hex(pdf), name, title, openedAt: now, pdf };
  return { kind: 'ready', file, about: { chain, walk: walkOf(chain.record), today: now.slice(0, 10) } };
};
