// `npm run verify -- FILE|DIR… [--trust FILE]… [--json]`
import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { readTrustList } from '../src/signing/trust';
import {
  lineSentences,
  lineTitles,
  preReleaseSentence,
  refusalSentence,
  stateWords,
  verdictTitle,
} from '../src/strings/verdict';
import type { Verdict } from '../src/verify/verdict';
import { findFiles } from './verify-files';
import { openThread, serveThread } from './verify-thread';

const usage = `npm run verify -- FILE|DIR… [--trust FILE]… [--json]

Checks signed records: the files that you name, and the PDFs in the folders that you name.
  --trust FILE   the certificates whose signatures you accept: a PEM file, or a list of trust (JSON) that also says who
                 each is, what they may sign and when; may be given several times
  --json         prints one JSON value and nothing else
Exit status: 0 if every record is accepted, 1 if any is refused, 2 for wrong use.`;

const wrongUse = (text: string): never => {
  process.stderr.write(`${text}\n\n${usage}\n`);
  process.exit(2);
};

/** Where the command was given: npm itself runs scripts from the root. */
const here = process.env.npm_lifecycle_event === 'verify' ? (process.env.INIT_CWD ?? '.') : '.';

const existing = (path: string): string => {
  const full = resolve(here, path);
  return existsSync(full) ? full : wrongUse(`There is no file or folder ${path}.`);
};

/** A path as it is read best: from here, or whole where it lies elsewhere. */
const shown = (path: string): string => {
  const short = relative(resolve(here), path);
  return short === '' || short.startsWith('..') ? path : short;
};

const readTrust = (path: string): string => {
  const full = existing(path);
  if (!statSync(full).isFile()) return wrongUse(`${path} is not a file.`);
  const pem = readFileSync(full, 'utf8');
  const list = readTrustList(pem, path);
  return list.ok ? pem : wrongUse(`${path}: ${list.failures.map(refusalSentence).join(' ')}`);
};

const readArguments = () => {
  try {
    const options = {
      trust: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return wrongUse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : '');
  }
};

interface Checked {
  readonly file: string;
  readonly verdict: Verdict;
}

const asText = ({ file, verdict }: Checked): string => {
  const lines = verdict.lines.map(
    (line) =>
      `  ${stateWords[line.state].padEnd(12)} ${[lineTitles[line.id], lineSentences(line).join(' ')].filter(Boolean).join(': ')}`,
  );
  const note = verdict.preRelease ? [`  ${stateWords.note.padEnd(12)} ${preReleaseSentence}`] : [];
  return `${[`${file}: ${verdictTitle(verdict)}`, ...lines, ...note].join('\n')}\n\n`;
};

const asJson = ({ file, verdict }: Checked): object => {
  const { accepted, preRelease, lines, record, proven } = verdict;
  const { id, payload } = proven?.sequels.at(-1) ?? record ?? {};
  const before = proven ? [...(record ? [record] : []), ...proven.sequels].slice(0, -1) : [];
  const practice = lines.some((line) => line.id === 'practice');
  return {
    ...(practice && { practice }),
    file,
    accepted,
    preRelease,
    lines,
    ...(payload && {
      id,
      kind: payload.kind,
      reference: record?.payload.reference ?? ('reference' in payload ? payload.reference : ''),
      payload,
    }),
    ...(before.length > 0 && { follows: before.map((one) => ({ id: one.id, payload: one.payload })) }),
  };
};

const main = async (): Promise<void> => {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  if (positionals.length === 0) wrongUse('Say which file or folder to check.');
  const { files, passedOver } = findFiles(positionals.map(existing));
  if (files.length === 0) wrongUse('There is no PDF in what you named, so nothing was checked.');
  const thread = openThread(fileURLToPath(import.meta.url), (values.trust ?? []).map(readTrust));
  const checked: Checked[] = [];
  for (const path of files) {
    const one = { file: shown(path), verdict: await thread.verify(path) };
    checked.push(one);
    if (!values.json) process.stdout.write(asText(one));
  }
  await thread.close();
  const accepted = checked.filter(({ verdict }) => verdict.accepted).length;
  const refused = checked.length - accepted;
  if (values.json)
    process.stdout.write(`${JSON.stringify({ accepted, refused, passedOver, files: checked.map(asJson) }, null, 2)}\n`);
  else process.stdout.write(`${accepted} accepted, ${refused} refused, ${passedOver} passed over\n`);
  process.exitCode = refused > 0 ? 1 : 0;
};

if (isMainThread) await main();
else serveThread();
