// What `npm start` passes on to a timestamp authority, as a deployer's server does. Node's own modules only.

const query = 'application/timestamp-query';

/** As long as the app waits for an authority. */
const patience = 15_000;

const refused = { status: 502, type: 'text/plain; charset=utf-8', body: new Uint8Array() };

/**
 * Passes what is posted on to an authority, with nothing else of the request, and its answer back. An authority that cannot
 * be reached, or sends the request elsewhere, is answered for with 502.
 * @param {string} address http or https
 * @returns {(body: Uint8Array) => Promise<{ status: number, type: string, body: Uint8Array }>}
 */
export const relayTo = (address) => async (body) => {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': query },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    return { status: answer.status, type, body: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    return refused;
  }
};
