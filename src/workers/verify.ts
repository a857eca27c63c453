import type { VerifyAnswer, VerifyRequest } from '../app/verify-service';
import { verifyUnder } from '../verify/verify-under';

// The verdict is its one answer. Whoever asked ends the worker: after the answer, or when it takes too long.
addEventListener('message', ({ data }: MessageEvent<VerifyRequest>) => {
  const { pdf, trust, resources, now } = data;
  void verifyUnder(pdf, trust, { subtle: crypto.subtle, resources, now }).then((verdict) =>
    postMessage({ verdict } satisfies VerifyAnswer, []),
  );
});
