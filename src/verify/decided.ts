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
