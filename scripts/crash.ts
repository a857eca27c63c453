// `npm run test:crash [-- --rounds N] [--seed N] [--lying] [--locked]`: gives answers through the app in a real Chromium, kills it with
// SIGKILL at random moments, and looks for every answer that the page had shown as saved. With --lying, the app is built
// so that it says "Saved" too early, and this must fail. With --locked, a lock is set first, and no answer may be readable in
// any file of the browser's profile afterwards.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { seeded } from '../tests/support/answers';
import { serveBuild } from '../tests/support/app';
import { buildLying } from './crash/lying-build';
import { playRound } from './crash/round';
import { serve } from './serve.mjs';

/** A round that acknowledged fewer answers shows nothing. */
const fewest = 10;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    lying: { type: 'boolean', default: false },
    locked: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const choose = seeded(Number(values.seed));
const server = values.lying ? await serve(await buildLying(), 0) : await serveBuild();
process.stdout.write(`Seed ${values.seed}\n`);
let [acknowledged, lost, thin, readable] = [0, 0, 0, 0];
try {
  for (let number = 1; number <= rounds; number++) {
    const round = await playRound(server.url, fewest + choose(15), choose, values.locked);
    acknowledged += round.acknowledged;
    lost += round.lost.length;
    if (round.acknowledged < fewest) thin++;
    readable += round.readable.length;
    for (const file of round.readable) process.stdout.write(`Readable in ${file}\n`);
    const gone = round.lost.length > 0 ? `: ${round.lost.join(', ')}` : '';
    process.stdout.write(
      `Round ${number}: ${round.acknowledged} acknowledged, killed ${round.after} ms later, ${round.lost.length} lost${gone}\n`,
    );
  }
} finally {
  server.close();
}
if (thin > 0) process.stdout.write(`${thin} rounds acknowledged fewer than ${fewest} answers\n`);
process.stdout.write(
  `${acknowledged} answers acknowledged, ${lost} lost${values.locked ? `, readable in ${readable} files` : ''}\n`,
);
process.exitCode = lost > 0 || readable > 0 || thin > 0 || !(rounds > 0) ? 1 : 0;
