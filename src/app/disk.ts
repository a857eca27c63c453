import type { Disk } from '../services';

/** Absent on plain http and in old browsers, whatever its type says. */
const storage = navigator.storage as Partial<StorageManager> | undefined;

/** What the browser says of the disk. Whatever it refuses to say is undefined. */
export const disk: Disk = {
  isKept: async () => storage?.persisted?.().catch(() => undefined),
  askToKeep: async () => (await storage?.persist?.().catch(() => false)) ?? false,
  room: async () => {
    const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
    return usage === undefined || quota === undefined ? undefined : { used: usage, left: Math.max(0, quota - usage) };
  },
};
