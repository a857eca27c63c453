import type { Services } from '../../services';
import type { Periods } from '../../storage/due';
import { type Retained, retain } from '../../storage/retention';

/** How long the council has things kept, and what became of that today. */
export interface Keeping extends Retained {
  readonly months: Periods;
}

/**
 * Deletes what is past its period and was announced, where the council has set periods: undefined where it has not, and
 * where its settings or the database cannot be read, which is said elsewhere.
 */
export const keepToPeriods = async ({ site, database, clock }: Services): Promise<Keeping | undefined> => {
  const loaded = await site();
  const months = loaded.ok ? loaded.value.settings.app.retentionMonths : undefined;
  const open = months && (await database());
  if (!loaded.ok || !months || !open?.ok) return undefined;
  const today = clock().slice(0, 10);
  const { policies } = loaded.value;
  const retained = await retain(open.value, {
    months,
    today,
    isSeen: document.visibilityState === 'visible',
    policies,
  });
  return retained.ok ? { ...retained.value, months } : undefined;
};
