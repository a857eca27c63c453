import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import type { ReadyRecord } from '../../src/record/seal';
import { attachmentsOf, doctored, loose } from '../../tests/verify/forge';
import { namedFiles, print, recordOf, resealed, sign } from '../../tests/verify/made';
import { bytes } from './data';
import type { Bytes } from './forgery';
import type { Line } from './line';

/** Answers with a file among them. */
const withEvidence = 10;

const record = () => recordOf({ seed: withEvidence });
const evidence = (): Uint8Array => record().files.at(-1)?.bytes ?? new Uint8Array();
const beside = (files: Readonly<Record<string, Uint8Array | undefined>>): Promise<Bytes> =>
  bytes(loose(attachmentsOf(record(), files)));
const hexName = (name: string): string => Buffer.from(name, 'latin1').toString('hex').toUpperCase();
const renamed = (from: string, to: string): Promise<Bytes> =>
  bytes(doctored(new RegExp(`<${hexName(from)}>(?= \\d)`), `<${hexName(to)}>`));

const listed = (name: string, content: Uint8Array, from = recordOf()): ReadyRecord =>
  resealed(from, (payload) => ({
    ...payload,
    attachments: payload.attachments.map((file) =>
      file.name === name ? { ...file, size: content.length, sha256: sha256Hex(content) } : file,
    ),
  }));

/** A record made under a policy of the forger’s own. */
const under = (content: Uint8Array): Promise<Bytes> => {
  const other = resealed(listed('policy.json', content), (payload) => ({
    ...payload,
    policy: { ...payload.policy, sha256: sha256Hex(content) },
  }));
  return bytes(loose(attachmentsOf(other, { 'policy.json': content })));
};

/** Files that the data does not list as they lie there. */
export const enclosed: readonly Line[] = [
  ['no list of files', 'enclosed: verify.attachments', () => bytes(doctored('/EmbeddedFiles <<', '/EmbeddedFilez <<'))],
  ['no files', 'enclosed: verify.attachments', () => bytes(loose([]))],
  ['two files of one name', 'enclosed: verify.attachment-name', () => renamed('policy.json', 'record.json')],
  [
    'a file without compression',
    'enclosed: verify.attachment-stream',
    () => bytes(doctored('/FlateDecode /Length', '/FlateDecodf /Length')),
  ],
  ['no data', 'enclosed: verify.no-record', () => renamed('record.json', 'recorz.json')],
  ['other files alone', 'enclosed: verify.no-record', () => bytes(loose([{ name: 'notes.json', bytes: utf8('{}') }]))],
  ['a record that is a decision too', 'enclosed: verify.kinds-mixed', () => beside({ 'decision.json': utf8('{}') })],
  ['evidence that is missing', 'enclosed: verify.attachment-missing', () => beside({ '1.pdf': undefined })],
  ['evidence that nobody lists', 'enclosed: verify.attachment-unlisted', () => beside({ 'more.pdf': evidence() })],
  [
    'other evidence',
    'enclosed: verify.attachment-differs',
    () => beside({ '1.pdf': new Uint8Array(evidence()).fill(42) }),
  ],
  ['shorter evidence', 'enclosed: verify.attachment-differs', () => beside({ '1.pdf': evidence().subarray(1) })],
  ['evidence that swells', 'enclosed: verify.attachment-inflate', () => beside({ '1.pdf': new Uint8Array(1_000_000) })],
  [
    'evidence of 100 MB',
    'enclosed: verify.attachments-size',
    () =>
      bytes(
        loose(
          attachmentsOf(
            resealed(record(), (payload) => ({
              ...payload,
              attachments: payload.attachments.map((file) => ({ ...file, size: 50_000_000 })),
            })),
          ),
        ),
      ),
  ],
  [
    'evidence that answers name and the record leaves out',
    'enclosed: verify.evidence-missing',
    () => {
      const bare = recordOf({ seed: withEvidence, sealing: { evidence: [] } });
      return bytes(sign(print(bare, namedFiles(bare))));
    },
  ],
  [
    'another policy than the one that it names',
    'data: verify.pinned',
    () => {
      const spaced = utf8(
        JSON.stringify(JSON.parse(Buffer.from(recordOf().files[0]?.bytes ?? []).toString()), null, 1),
      );
      return bytes(loose(attachmentsOf(listed('policy.json', spaced), { 'policy.json': spaced })));
    },
  ],
  ['a policy that is none', 'data: policy.not-a-policy', () => under(utf8('{"no":"policy"}'))],
];
