import type { Result } from '../base/result';
import type { Database } from './database';
import { attempt, type StorageCode } from './open';

/**
 * This browser profile's own id, made on first use: the device, and until people sign in, the author too. Two tabs that
 * make it at once end with the same one.
 */
export const profileId = (database: Database, fresh: string): Promise<Result<string, StorageCode>> =>
  attempt(() =>
    database.transaction('rw', database.meta, async () => {
      const kept = await database.meta.get('profile');
      if (typeof kept?.value === 'string') return kept.value;
      await database.meta.put({ key: 'profile', value: fresh });
      return fresh;
    }),
  );
