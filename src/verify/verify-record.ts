import { failure } from '../base/result';
import { rendererSha256 } from '../pdf/render';
import type { Chain } from '../record/chain';
import { verifySignature } from '../signing/verify-signature';
import { packedFiles, payloadIn } from './attachments';
import { unknownMaking } from './data';
import { copiedFrom, openFile } from './form';
import { judgeRecord } from './judge-record';
import { type Depth, type InnerVerdict, judgeSequel, outermost } from './judge-sequel';
import { type Judging, judgingInto, type Opened, signerParams, type VerifyOptions } from './judging';
import { signaturePlace } from './signature-place';
import { judged, type Proven, type Verdict, verdictOf, type VerdictLine } from './verdict';

export type { VerifyOptions } from './judging';

/** Rules 1 to 4, for every kind of document. */
const openDocument = async (
  bytes: Uint8Array,
  { subtle, resources }: VerifyOptions,
  { lines, say, refuse, take }: Judging,
): Promise<Opened | undefined> => {
  const objects = take('form', openFile(bytes));
  const copied = objects && copiedFrom(objects);
  if (copied !== undefined) return refuse('form', [failure('verify.copy', 'pdf', { id: copied })]);
  const places = objects && take('form', signaturePlace(bytes, objects));
  if (!objects || !places) return undefined;
  say('form', 'good');
  const signature = take('unchanged', await verifySignature(subtle, places));
  if (!signature) return undefined;
  say('unchanged', 'good', signerParams(signature));
  const packed = take('enclosed', packedFiles(bytes, objects));
  const payload = packed && take('enclosed', payloadIn(packed));
  if (!packed || !payload) return undefined;
  const unknown = unknownMaking(payload.bytes, rendererSha256(resources));
  if (unknown) {
    const failures = [failure(`verify.unknown-${unknown.part}`, 'payload', { found: unknown.found })];
    lines.push({ id: 'layout', state: 'not-checked', failures, params: {} });
    return undefined;
  }
  return { places, signature, packed, payload };
};

const judge = async (
  bytes: Uint8Array,
  options: VerifyOptions,
  judging: Judging,
  depth: Depth,
): Promise<Proven | undefined> => {
  const opened = await openDocument(bytes, options, judging);
  if (!opened) return undefined;
  if (opened.payload.family === 'record') {
    const record = await judgeRecord(opened, options, judging);
    return record && { record, sequels: [] };
  }
  const document = await judgeSequel(opened, options, judging, depth, (pdf, deeper) =>
    judgeInner(pdf, options, deeper),
  );
  if (!document) return undefined;
  const { sequel, chain } = document;
  return chain ? { record: chain.record, sequels: [...chain.sequels, sequel] } : { sequels: [sequel] };
};

const chainOf = ({ record, sequels }: Proven): Chain | undefined => record && { record, sequels };

/** An enclosed file by the same rules, as deep as it lies. */
const judgeInner = async (pdf: Uint8Array, options: VerifyOptions, depth: Depth): Promise<InnerVerdict> => {
  const lines: VerdictLine[] = [];
  const { accepted, proven } = verdictOf(lines, await judge(pdf, options, judgingInto(lines), depth));
  return {
    ...(accepted && proven && { chain: chainOf(proven) }),
    decisions: lines.filter(({ id }) => id === 'decision'),
    failures: lines.flatMap(({ failures }) => failures ?? []),
  };
};

/**
 * Judges a PDF by the rules for records and what comes after them, cheap ones first: nothing is rendered before
 * signature, schema and limits have passed. Only our own files can pass: one revision, one signature, every byte the same
 * as a fresh rendering of the data inside. Never rejects: whatever a library throws is a refusal (`verify.fault`). It
 * takes no longer than the payload's limits allow; a caller who needs an end to it runs it where it can be ended.
 */
export const verifyRecord = async (pdf: Uint8Array, options: VerifyOptions): Promise<Verdict> => {
  const lines: VerdictLine[] = [];
  try {
    return verdictOf(lines, await judge(pdf, options, judgingInto(lines), outermost));
  } catch (error) {
    const id = judged.find((one) => !lines.some((line) => line.id === one)) ?? 'outcome';
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    return verdictOf([
      ...lines,
      { id, state: 'refused', failures: [failure('verify.fault', 'pdf', { reason })], params: {} },
    ]);
  }
};
