import { fail, type Result, succeed } from '../base/result';

/** How long an authority may take. The officer waits for it, and can sign without. */
const seconds = 15;

/** More than any timestamp; a page of some other kind may be longer. */
const mostBytes = 100_000;

type TimestampPostCode = 'timestamp.unreachable' | 'timestamp.slow';

/**
 * Posts a query (RFC 3161, 3.4) to a path of the app's own origin, and to no other: not even by a redirection. The answer
 * is not read here.
 */
export const postTimestamp = async (
  path: string,
  query: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, TimestampPostCode>> => {
  try {
    const answer = await fetch(new URL(path, window.location.origin), {
      method: 'POST',
      mode: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: query,
      signal: AbortSignal.timeout(seconds * 1000),
    });
    if (!answer.ok) return fail('timestamp.unreachable', path, { status: answer.status });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length > mostBytes ? fail('timestamp.unreachable', path, { status: answer.status }) : succeed(bytes);
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    return slow ? fail('timestamp.slow', path, { seconds }) : fail('timestamp.unreachable', path, { status: 0 });
  }
};
