import { writtenTime } from '../base/calendar';
import { deciders } from '../policy/deciding';
import type { Chain, ProvenSequel } from '../record/chain';
import { goesAgainst } from '../record/sequel-parse';
import { levelStanding, samePerson, walkOf } from '../record/sequel-rules';
import type { VerdictLine } from './verdict';

/**
 * What a reader must know of a decision, from the last document of a chain that decides: decided or not and by whom, at
 * which level, officer and approver the same or not, as the outcome said or against it.
 */
export const standingLines = ({ payload, id }: ProvenSequel, chain: Chain | undefined): readonly VerdictLine[] => {
  if (!chain) return [{ id: 'decided', state: 'note', params: { kind: payload.kind } }];
  const all = [...chain.sequels, { payload, id }];
  const last = all.flatMap((one) => ('decision' in one.payload ? [one.payload] : [])).at(-1);
  if (!last) return [{ id: 'decided', state: 'note', params: { kind: payload.kind } }];
  const own = all.flatMap((one) => (one.payload.kind === 'decision' ? [one.payload] : []));
  const approver = own.at(-1);
  const { record } = chain;
  const same = own.map(({ signer }) => samePerson(signer, record.payload.signer)).find((one) => one !== undefined);
  const against = goesAgainst(last.decision);
  const lines: VerdictLine[] = [
    {
      id: 'decided',
      state: last.decision === 'refer' ? 'note' : 'good',
      params: {
        kind: last.kind,
        decision: last.decision,
        by: `${last.signer.name}, ${last.signer.job}`,
        body: last.kind === 'body-decision' ? last.body : '',
        at: writtenTime(last.time.signedAt),
        decisions: all.filter((one) => 'decision' in one.payload).length,
      },
    },
  ];
  if (approver) {
    const levels = deciders(walkOf(record), record.payload.language);
    const standing = levelStanding(levels, approver.level);
    const { required = '', claimed = '' } = approver.level;
    lines.push(
      { id: 'level', state: standing === 'below' ? 'note' : 'good', params: { standing, required, claimed } },
      { id: 'people', state: same === undefined ? 'good' : 'note', params: { same: same ?? '' } },
    );
  }
  if (last.decision !== 'refer')
    lines.push({ id: 'against', state: against ? 'note' : 'good', params: { against: against ? 'yes' : 'no' } });
  return lines;
};

/**
 * A line for a document that decides: who decided what, in which role and when, and whether the list of trust knows the
 * key, as `trust` says, the line on trust in its signer. None for one that decides nothing.
 */
export const decisionLines = ({ payload }: ProvenSequel, trust: VerdictLine | undefined): readonly VerdictLine[] => {
  if (!('decision' in payload)) return [];
  const { name, job, service } = payload.signer;
  const known = trust === undefined || trust.state === 'not-checked' ? 'unchecked' : String(trust.params.by);
  return [
    {
      id: 'decision',
      state: payload.decision === 'refer' || trust?.state !== 'good' ? 'note' : 'good',
      params: {
        decision: payload.decision,
        by: `${name}, ${job}, ${service}`,
        body: payload.kind === 'body-decision' ? payload.body : '',
        claimed: payload.kind === 'decision' ? (payload.level.claimed ?? '') : '',
        to: payload.to ?? '',
        at: writtenTime(payload.time.signedAt),
        known,
        withdrawnOn: trust?.params.withdrawnOn ?? '',
        sha256: payload.signer.certificateSha256,
      },
    },
  ];
};

/** The decisions of a chain in their order, each with its number. */
export const numberedDecisions = (lines: readonly VerdictLine[]): readonly VerdictLine[] =>
  lines.map((line, index) => ({ ...line, params: { ...line.params, number: index + 1, all: lines.length } }));
