import type { CDPSession } from 'playwright';

/** Counts what a page takes from the network from now on: bytes on the wire, headers included, of one kind or of all. */
export const countBytes = async (session: CDPSession): Promise<(kind?: string) => number> => {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send('Network.enable');
  return (kind) => [...bytes].reduce((sum, [one, count]) => sum + (kind === undefined || kind === one ? count : 0), 0);
};
