import { secondsOf, timeOf } from '../../src/base/calendar';
import type { Answer } from '../../src/policy/answer';
import type { KnownPolicy } from '../support/policies';
import { knownPolicy } from '../support/policies';
import { seeded } from '../support/answers';
import { logOf } from '../support/records';
import { madeRecord, type Making, recordOf } from './made';

export const partnership: KnownPolicy = knownPolicy('decision-trees/partnership', '1.0.0.json');

interface OfCase extends Omit<Making, 'log' | 'under'> {
  /** Of which assessment it is: those of the same seed are of the same one. */
  readonly seed: number;
  /** Answers that differ from those of the worked case. */
  readonly other?: Readonly<Record<string, Answer>>;
  /** How many minutes after the first version it is signed. */
  readonly later?: number;
}

const makingOf = (id: string, { seed, other = {}, later = 0, sealing, ...rest }: OfCase): Making => {
  const worked = partnership.cases.find((one) => one.id === id);
  if (!worked) throw new Error(`no worked case ${id}`);
  const log = logOf(partnership.model, new Map(Object.entries({ ...worked.answers, ...other })), seeded(seed));
  const signedAt = timeOf(secondsOf(log.at(-1)?.at ?? '') + 60 * (1 + later));
  return {
    ...rest,
    log,
    under: partnership.model,
    sealing: {
      signedAt,
      partnership: String(seed).padStart(26, '0'),
      ...sealing,
    },
  };
};

/** A signed record of a worked case of the shipped policy. */
export const madeCase = (id: string, of: OfCase): Promise<Uint8Array<ArrayBuffer>> => madeRecord(makingOf(id, of));

/** The same, not printed. */
export const caseOf = (id: string, of: OfCase) => recordOf(makingOf(id, of));
