import { concat, hex } from '../base/bytes';
import { fileSha256 } from '../base/file-hash';
import { sha256 } from '../base/hash';
import { remembered } from '../base/remembered';
import { parseJson } from '../base/canonical';
import { fail, type Result, succeed } from '../base/result';
import type { Earlier } from '../assessment/versions';
import { parsePolicy, parseSettings, type PolicyCode, type SettingsCode } from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import { readEarlier } from '../record/earlier';
import type { SealedRecord } from '../record/parse';
import type { RecordPayload } from '../record/payload';
import { signatureRoom } from '../record/signed-by';
import type { PrintCode } from './check';
import { compose, sheetOf } from './compose';
import { printDocument } from './print-document';
import { words } from './renderer/words';
import type { Attachment } from './tagged/attachments';
import type { Printed, Resources } from './tagged/tagged-pdf';

export type RenderCode =
  | PrintCode
  | PolicyCode
  | SettingsCode
  | 'render.resources'
  | 'render.missing-file'
  | 'render.file-differs'
  | 'render.not-started';

/** A file that a record encloses, by the name in its list of attachments. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The identity of renderer 0: the hash of its fonts and colour profile. Its code is not frozen before release 1.0.0. */
export const rendererSha256: (resources: Resources) => string = remembered(({ fonts, icc }) =>
  hex(sha256(concat(sha256(fonts.regular), sha256(fonts.bold), sha256(icc)))),
);

/** Whether these bytes are the file that the payload lists under its name. */
const isListed = (payload: RecordPayload, file: NamedFile): boolean =>
  payload.attachments.some((listed) => listed.name === file.name && listed.sha256 === fileSha256(file.bytes));

const descriptions: Readonly<Record<string, string>> = {
  'policy.json': words.policyFile,
  'settings.json': words.settingsFile,
};

const attachmentsOf = (record: SealedRecord, files: readonly NamedFile[]): readonly Attachment[] => [
  {
    name: 'record.json',
    type: 'application/json',
    description: words.record,
    relationship: 'Data',
    bytes: record.bytes,
  },
  ...record.payload.attachments.flatMap((listed): readonly Attachment[] => {
    const file = files.find((candidate) => candidate.name === listed.name);
    if (!file) return [];
    const own = descriptions[listed.name.replace(/-\d+(?=\.json$)/, '')];
    return [
      {
        name: listed.name,
        type: listed.type,
        description: own === undefined || listed.name in descriptions ? (own ?? words.evidence) : words.earlier(own),
        relationship: own === undefined ? 'Supplement' : 'Source',
        bytes: file.bytes,
      },
    ];
  }),
];

/** What a record is called on every page. */
export const titleOf = ({ kind, title }: RecordPayload): string =>
  kind === 'practice' ? words.practiceTitle(title) : title;

const pinned = <Value, Code extends string>(
  files: readonly NamedFile[],
  name: string,
  parse: (value: unknown) => Result<Value, Code>,
): Result<Value, Code | RenderCode> => {
  const file = files.find((candidate) => candidate.name === name);
  if (!file) return fail('render.missing-file', name);
  const json = parseJson(file.bytes, name);
  return json.ok ? parse(json.value) : json;
};

/**
 * Renders a sealed record with the files that it encloses as an unsigned PDF. The same record gives the same bytes
 * everywhere, so that a verifier can render again and compare. `files` holds every attachment that the payload lists.
 * Whoever has parsed its policy and settings already hands them in as `known`: that takes as long as the rendering.
 */
export const renderRecord = (
  record: SealedRecord,
  files: readonly NamedFile[],
  resources: Resources,
  known?: { readonly policy: Policy; readonly settings: Settings; readonly earlier: Earlier },
): Result<Printed, RenderCode> => {
  const { payload } = record;
  if (rendererSha256(resources) !== payload.renderer.sha256) return fail('render.resources', 'renderer.sha256');
  for (const listed of payload.attachments) {
    const file = files.find((candidate) => candidate.name === listed.name);
    if (!file) return fail('render.missing-file', listed.name);
    if (!isListed(payload, file)) return fail('render.file-differs', listed.name);
  }
  const policy = known ? succeed(known.policy) : pinned(files, 'policy.json', parsePolicy);
  if (!policy.ok) return policy;
  const settings = known ? succeed(known.settings) : pinned(files, 'settings.json', parseSettings);
  if (!settings.ok) return settings;
  const earlier = known ? succeed(known.earlier) : readEarlier(files);
  if (!earlier.ok) return earlier;
  const proven = { id: record.id, payload, policy: policy.value, settings: settings.value, earlier: earlier.value };
  const sheet = sheetOf(proven);
  if (!sheet) return fail('render.not-started', 'log');
  return printDocument(
    compose(sheet),
    {
      title: titleOf(payload),
      author: payload.signer.name,
      subject: words.application,
      language: payload.language === 'en' ? 'en-GB' : payload.language,
      createdAt: payload.time.signedAt,
      fileId: record.id.slice(0, 32),
      footer: { reference: payload.reference, recordId: record.id, page: words.page },
      attachments: attachmentsOf(record, files),
      signature: {
        name: payload.signer.name,
        reason: words.signingReason,
        signedAt: payload.time.signedAt,
        bytes: signatureRoom[payload.signature.level],
      },
    },
    resources,
  );
};
