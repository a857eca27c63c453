import { toPem } from '../../src/signing/pem';
import { madeRecord, officer } from '../verify/made';
import { madeCase } from '../verify/made-case';
import { approver, madeAfter } from '../verify/made-sequel';

/** A folder as a champion gets it: good records, later ones, copies, decisions, follow-ups, practice and a forgery. */
export const overviewFolder = async (): Promise<Readonly<Record<string, Uint8Array | string>>> => {
  const first = await madeCase('sure-start', { seed: 1, other: { 'e1-days': 500, 'e1-posts-number': 40 } });
  const second = await madeCase('sure-start', { seed: 1, later: 10, sealing: { revision: 2 } });
  const refused = await madeCase('new-accountable-body', { seed: 2 });
  const safety = await madeCase('community-safety', { seed: 3 });
  const framework = await madeCase('regeneration-framework', { seed: 4 });
  const practice = await madeCase('new-go-ahead', { seed: 5, practice: true });
  const loan = await madeRecord();
  const forged = new Uint8Array(safety);
  forged[9000] = (forged[9000] ?? 0) ^ 1;
  const at = '2026-11-22T12:30:00+00:00';
  return {
    'trust.pem': `${toPem(officer.certificate.der)}\n${toPem(approver.certificate.der)}`,
    'notes.txt': 'notes',
    'sure-start-1.pdf': first,
    'sure-start-2.pdf': second,
    'copy-of-sure-start-2.pdf': second,
    'accountable-body.pdf': refused,
    'accountable-body-decided.pdf': await madeAfter(
      refused,
      (honest) => ({ ...honest, decision: 'refuse', reason: 'There is no money for the posts.', due: [] }),
      { at },
    ),
    'community-safety.pdf': safety,
    'forged.pdf': forged,
    'framework.pdf': framework,
    'framework-kept.pdf': await madeAfter(
      framework,
      () => ({ kind: 'conditions-met', met: [{ id: 'k18', evidence: 'The plan is on file.', date: '2026-11-22' }] }),
      { at },
    ),
    'practice.pdf': practice,
    'loan.pdf': loan,
  };
};
