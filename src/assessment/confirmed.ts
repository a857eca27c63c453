import type { Key } from '../policy/answer';
import type { Assessment } from './assessment';

/** The keys whose answer is the one that an earlier record offered, confirmed. */
export const confirmedKeys = ({ log, answers }: Pick<Assessment, 'log' | 'answers'>): ReadonlySet<Key> =>
  new Set(
    log.flatMap((entry) =>
      entry.kind === 'carried' && JSON.stringify(answers.get(entry.field)) === JSON.stringify(entry.value)
        ? [entry.field]
        : [],
    ),
  );
