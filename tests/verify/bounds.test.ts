import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exhausting } from '../../scripts/forgeries/exhausting';
import { openThread, verifyAll } from '../../scripts/verify-thread';

const folder = mkdtempSync(join(tmpdir(), 'bounds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tool = resolve(import.meta.dirname, '../../scripts/tool.mjs');
/** What one file may take, in kB: Node itself is counted with it. */
const most = 512 * 1024;
/** Those of the inputs that take most. */
const dearest = ['half a million dictionaries side by side', '8 MB in one text', '99 MB of digits'];

/** The command over a file or a folder; how much memory it took at most, in kB. */
const verifyCommand = (path: string) => {
  const tell = `data:text/javascript,process.on("exit",()=>console.error("kB",process.resourceUsage().maxRSS))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', tell, tool, 'verify', path, '--json'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const memory = [...stderr.matchAll(/kB (\d+)/g)].map(([, kB]) => Number(kB));
  const verdict = JSON.parse(stdout) as {
    readonly accepted: number;
    readonly refused: number;
    readonly files: readonly {
      readonly lines: readonly { readonly failures?: readonly { readonly code: string }[] }[];
    }[];
  };
  return { ...verdict, memory: Math.max(...memory) };
};

it('gives each file a verdict on the command line, in bounded time and memory', { timeout: 180_000 }, async () => {
  const inputs = exhausting().flatMap(({ forgeries }) => forgeries);
  for (const { name, make } of inputs) writeFileSync(join(folder, `${name}.pdf`), await make());
  writeFileSync(join(folder, 'large.pdf'), '');
  truncateSync(join(folder, 'large.pdf'), 200_000_000);
  writeFileSync(join(folder, 'text.pdf'), 'not a PDF');
  const { accepted, refused, files } = verifyCommand(folder);
  expect({ accepted, refused }).toEqual({ accepted: 0, refused: inputs.length + 2 });
  const codes = files.flatMap(({ lines }) => lines.flatMap(({ failures = [] }) => failures.map(({ code }) => code)));
  expect(codes).toContain('verify.too-large');
  expect(codes).not.toContain('verify.timeout');
  expect(codes).not.toContain('verify.fault');
  for (const name of dearest) {
    const alone = verifyCommand(join(folder, `${name}.pdf`));
    expect(alone.refused).toBe(1);
    expect(alone.memory).toBeGreaterThan(0);
    expect(alone.memory).toBeLessThan(most);
  }
});

/** A thread that answers every file but those of these names: it hangs on one, eats memory on one, breaks on one. */
const thread = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (path) => {
    if (path === 'hangs') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    if (path === 'eats') for (const all = []; ; ) all.push(new Array(1e6).fill(0.5));
    if (path === 'breaks') throw new Error('broken');
    if (path === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    parentPort.postMessage({ answered: path });
  });
  parentPort.postMessage('ready');
`;

describe('a thread that does not answer', () => {
  it.each([
    ['hangs', 'verify.timeout'],
    ['eats', 'verify.fault'],
  ])('is ended (%s), and the next file gets another', { timeout: 60_000 }, async (name, code) => {
    const bundle = join(folder, `${name}.mjs`);
    writeFileSync(bundle, thread);
    const { verify, close } = openThread(bundle, []);
    const { accepted, lines } = await verify(name);
    expect(accepted).toBe(false);
    expect(lines[0]?.failures?.map((one) => one.code)).toEqual([code]);
    expect(await verify('next')).toEqual({ answered: 'next' });
    await close();
  });
});

it('tells many files in their order, and refuses alone each that ends its thread', { timeout: 90_000 }, async () => {
  const bundle = join(folder, 'many.mjs');
  writeFileSync(bundle, thread);
  const paths = ['slow', 'a', 'breaks', 'b', 'hangs', 'c', 'eats', 'breaks', 'd', 'e'];
  const told: unknown[] = [];
  await verifyAll(bundle, [], paths, (path, verdict) => {
    told.push('answered' in verdict ? verdict.answered : [path, verdict.lines[0]?.failures?.[0]?.code]);
  });
  const broken = ['breaks', 'verify.fault'];
  expect(told).toEqual([
    'slow',
    'a',
    broken,
    'b',
    ['hangs', 'verify.timeout'],
    'c',
    ['eats', 'verify.fault'],
    broken,
    'd',
    'e',
  ]);
});
