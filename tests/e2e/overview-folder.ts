import { toPem } from '../../src/signing/pem';
import { madeRecord, officer } from '../verify/made';
import { madeCase } from '../verify/made-case';
import { approver, madeAfter } from '../verify/made-sequel';

type Bytes = Uint8Array<ArrayBuffer>;

/** Made once, when it is first asked for. */
const once = (make: () => Promise<Bytes>): (() => Promise<Bytes>) => {
  let made: Promise<Bytes> | undefined;
  return () => (made ??= make());
};

const at = '2026-11-22T12:30:00+00:00';
const superseded = once(() => madeCase('sure-start', { seed: 1, other: { 'e1-days': 500, 'e1-posts-number': 40 } }));
const sureStart = once(() => madeCase('sure-start', { seed: 1, later: 10, sealing: { revision: 2 } }));
const proposal = once(() => madeCase('new-accountable-body', { seed: 2 }));
const refused = once(async () =>
  madeAfter(
    await proposal(),
    (honest) => ({ ...honest, decision: 'refuse', reason: 'There is no money for the posts.', due: [] }),
    { at },
  ),
);
const safety = once(() => madeCase('community-safety', { seed: 3 }));
const forged = once(async () => {
  const bytes = new Uint8Array(await safety());
  bytes[9000] = (bytes[9000] ?? 0) ^ 1;
  return bytes;
});
const framework = once(() => madeCase('regeneration-framework', { seed: 4 }));
const kept = once(async () =>
  madeAfter(
    await framework(),
    () => ({ kind: 'conditions-met', met: [{ id: 'k18', evidence: 'The plan is on file.', date: '2026-11-22' }] }),
    { at },
  ),
);
const practice = once(() => madeCase('new-go-ahead', { seed: 5, practice: true }));
const loan = once(() => madeRecord());

/** The certificates of those who signed. */
export const overviewTrust = `${toPem(officer.certificate.der)}\n${toPem(approver.certificate.der)}`;

/** A folder as a champion gets it: good records, later ones, copies, decisions, follow-ups, practice and a forgery. */
export const overviewFiles = {
  'sure-start-1.pdf': superseded,
  'sure-start-2.pdf': sureStart,
  'copy-of-sure-start-2.pdf': sureStart,
  'accountable-body.pdf': proposal,
  'accountable-body-decided.pdf': refused,
  'community-safety.pdf': safety,
  'forged.pdf': forged,
  'framework.pdf': framework,
  'framework-kept.pdf': kept,
  'practice.pdf': practice,
  'loan.pdf': loan,
} as const;
