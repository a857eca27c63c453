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
import { findFiles } from './verify-files';
import { type Judged, serveThread, verifyAll } from './verify-thread';

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
  readonly verdict: Judged;
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
  const documents = [...(record ? [record] : []), ...(proven?.sequels ?? [])];
  const last = documents.at(-1);
  const before = documents.slice(0, -1);
  const practice = lines.some((line) => line.id === 'practice');
  return {
    ...(practice && { practice }),
    file,
    accepted,
    preRelease,
    lines,
    ...(last && {
      id: last.id,
      kind: last.payload.kind,
      reference: record?.payload.reference ?? ('reference' in last.payload ? last.payload.reference : ''),
      payload: last.payload,
    }),
    ...(before.length > 0 && { follows: before }),
  };
};

/** How what was found is printed, a file at a time: nothing is kept of a thousand of them but their number. */
interface Printing {
  readonly begin: string;
  readonly file: (checked: Checked, number: number) => string;
  readonly end: (accepted: number, refused: number, passedOver: number) => string;
}

const text: Printing = {
  begin: '',
  file: asText,
  end: (accepted, refused, passedOver) => `${accepted} accepted, ${refused} refused, ${passedOver} passed over\n`,
};

const indented = (value: object): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n    ');

/** One JSON value; the counts stand last, since they are known last. */
const json: Printing = {
  begin: '{\n  "files": [',
  file: (checked, number) => `${number > 0 ? ',' : ''}\n    ${indented(asJson(checked))}`,
  end: (accepted, refused, passedOver) =>
    `\n  ],\n  "accepted": ${accepted},\n  "refused": ${refused},\n  "passedOver": ${passedOver}\n}\n`,
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
  const trust = (values.trust ?? []).map(readTrust);
  const { begin, file, end } = values.json ? json : text;
  let [accepted, refused] = [0, 0];
  process.stdout.write(begin);
  await verifyAll(fileURLToPath(import.meta.url), trust, files, (path, verdict) => {
    process.stdout.write(file({ file: shown(path), verdict }, accepted + refused));
    if (verdict.accepted) accepted++;
    else refused++;
  });
  process.stdout.write(end(accepted, refused, passedOver));
  process.exitCode = refused > 0 ? 1 : 0;
};

if (isMainThread) await main();
else serveThread();
