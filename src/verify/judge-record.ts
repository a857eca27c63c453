import { renderRecord } from '../pdf/render';
import type { ProvenRecord } from '../record/chain';
import { parseRecord } from '../record/parse';
import { replayFailures } from '../record/replay';
import { enclosedFiles } from './attachments';
import { readPinned } from './data';
import { judgeSigning } from './judge-signing';
import type { Judging, Opened, VerifyOptions } from './judging';
import { compareLayout } from './layout';
import { publishedLines } from './published';
import { textFailures } from './text';
import { strayEntries } from './time';

/** A record by the rules from its data on: all of it proven, or undefined and a line that says why not. */
export const judgeRecord = async (
  { places, signature, packed, payload: { bytes } }: Opened,
  options: VerifyOptions,
  judging: Judging,
): Promise<ProvenRecord | undefined> => {
  const { resources } = options;
  const { lines, say, settle, take } = judging;
  const record = take('data', parseRecord(bytes));
  const files = record && take('enclosed', enclosedFiles(packed, record.payload));
  if (record?.payload.kind === 'practice') say('practice', 'note');
  if (!record || !files) return undefined;
  say('enclosed', 'good', { count: files.length });
  const pinned = take('data', readPinned(record, files));
  if (!pinned) return undefined;
  const { payload } = record;
  const { policy, settings, earlier } = pinned;
  say('data', 'good', { reference: payload.reference, id: record.id });

  settle('text', textFailures(payload));
  if (lines.at(-1)?.state !== 'good') return undefined;
  const layout = compareLayout(places, signature.size, renderRecord(record, files, resources, pinned));
  settle('layout', layout.ok ? [] : layout.failures);

  await judgeSigning(judging, options, signature, record, { stray: strayEntries(payload) });
  settle('outcome', replayFailures(payload, policy, settings, earlier), { outcome: payload.result.outcome });
  const proven: ProvenRecord = { id: record.id, payload, policy, settings, earlier };
  lines.push(...publishedLines(proven, options.trust));
  say('decided', 'note', { kind: 'record' });
  return proven;
};
