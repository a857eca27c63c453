import { sha256Hex } from '../base/hash';
import { fail, type Result } from '../base/result';
import type { Chain, ProvenRecord, ProvenSequel } from '../record/chain';
import type { SealedSequel } from '../record/sequel-parse';
import type { SequelPayload } from '../record/sequel-payload';
import { signatureRoom } from '../record/signed-by';
import type { DocumentModel } from './document';
import { printDocument } from './print-document';
import { compose, sheetOf } from './compose';
import { type RenderCode, rendererSha256 } from './render';
import type { Sheet } from './renderer/context';
import { receipt, sequelBody } from './renderer/sequel';
import { sequelSignature } from './renderer/sequel-signature';
import { sequelWords } from './renderer/sequel-words';
import { words } from './renderer/words';
import type { Attachment } from './tagged/attachments';
import type { Printed, Resources } from './tagged/tagged-pdf';

/** The document that another encloses: its file, and what the check of that file returned. */
export interface Inside {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly chain: Chain;
}

/** Whether a document decides, or follows up: the name of its data goes by that. */
export const familyOf = ({ kind }: SequelPayload): 'decision' | 'follow-up' =>
  kind === 'decision' ? 'decision' : 'follow-up';

/** The name of the data in a document of each family, and of the file of each kind that one encloses. */
export const payloadNames = {
  record: 'record.json',
  decision: 'decision.json',
  'follow-up': 'follow-up.json',
} as const;
export const enclosedNames = sequelWords.fileOf;

/** What a document is called on every page; `record` is the one that it is about. */
export const sequelTitle = (payload: SequelPayload, record: ProvenRecord | undefined): string =>
  sequelWords.title[payload.kind](payload.kind === 'registered' ? payload.reference : (record?.payload.title ?? ''));

/**
 * The title with the decision before it, where the document decides: other programs mend a damaged file without its first
 * page, and every page that they show must say what was decided.
 */
const runningOf = (payload: SequelPayload, title: string): string =>
  payload.kind === 'decision'
    ? sequelWords.running(sequelWords.decisions[payload.decision], title)
    : payload.kind === 'body-decision'
      ? sequelWords.running(sequelWords.ofBody(sequelWords.byBody[payload.decision]), title)
      : title;

/** One document's own pages: its title, what it says, who signed it. */
const own = (payload: SequelPayload, id: string, sheet: Sheet | undefined, title: string): DocumentModel => [
  { kind: 'heading', level: 1, text: title },
  ...(sheet?.assessment.model.settings.example
    ? [{ kind: 'paragraph', text: words.example, small: true } as const]
    : []),
  { kind: 'paragraph', text: sequelWords.preRelease, small: true },
  ...(payload.kind === 'registered' ? receipt(payload) : sheet ? sequelBody(sheet, payload) : []),
  ...sequelSignature(payload, id),
];

/**
 * Everything that can be read on the pages: the document itself, then those before it, the latest first, and at last the
 * record in full.
 */
export const composeSequel = (
  { payload, id }: ProvenSequel,
  chain: Chain | undefined,
  sheet: Sheet | undefined,
): DocumentModel => {
  const last = chain?.sequels.at(-1);
  const file = chain && (last ? enclosedNames[familyOf(last.payload)] : enclosedNames.record);
  return [
    ...own(payload, id, sheet, sequelTitle(payload, chain?.record)),
    { kind: 'contents', title: words.contents },
    ...(chain?.sequels ?? [])
      .toReversed()
      .flatMap((earlier): DocumentModel => [
        { kind: 'pageBreak' },
        { kind: 'heading', level: 1, text: sequelWords.earlier[familyOf(earlier.payload)] },
        { kind: 'paragraph', text: sequelWords.earlierLead, small: true },
        ...own(earlier.payload, earlier.id, sheet, sequelTitle(earlier.payload, chain?.record)),
      ]),
    ...(sheet && file !== undefined
      ? ([
          { kind: 'pageBreak' },
          { kind: 'heading', level: 1, text: sequelWords.record },
          { kind: 'paragraph', text: sequelWords.recordLead(file) },
          // Listed with all the rest, on the first pages.
          ...compose(sheet).filter(({ kind }) => kind !== 'contents'),
        ] as const)
      : []),
  ];
};

const attachmentsOf = ({ payload, bytes }: SealedSequel, inside: Inside | undefined): readonly Attachment[] => {
  const family = familyOf(payload);
  return [
    {
      name: payloadNames[family],
      type: 'application/json',
      description: sequelWords.data[family],
      relationship: 'Data',
      bytes,
    },
    ...(inside && 'encloses' in payload
      ? [
          {
            name: enclosedNames[payload.encloses.kind],
            type: 'application/pdf',
            description: sequelWords.enclosedFile,
            relationship: 'Source' as const,
            bytes: inside.pdf,
          },
        ]
      : []),
  ];
};

/**
 * Renders a decision or a follow-up as an unsigned PDF, by the renderer of the record that it is about. `inside` is the
 * file that it encloses, with what its verification returned; the rules of the record room are the caller's to keep.
 */
export const renderSequel = (
  sequel: SealedSequel,
  inside: Inside | undefined,
  resources: Resources,
): Result<Printed, RenderCode> => {
  const { payload, id } = sequel;
  if (rendererSha256(resources) !== payload.renderer.sha256) return fail('render.resources', 'renderer.sha256');
  if ('encloses' in payload) {
    if (!inside) return fail('render.missing-file', enclosedNames[payload.encloses.kind]);
    if (sha256Hex(inside.pdf) !== payload.encloses.sha256)
      return fail('render.file-differs', enclosedNames[payload.encloses.kind]);
  }
  const record = inside?.chain.record;
  const sheet = record && sheetOf(record);
  if (record && !sheet) return fail('render.not-started', 'log');
  const family = familyOf(payload);
  const language = record?.payload.language ?? 'en';
  const title = sequelTitle(payload, record);
  return printDocument(
    composeSequel(sequel, inside?.chain, sheet),
    {
      title,
      running: runningOf(payload, title),
      author: payload.signer.name,
      subject: sequelWords.application[family],
      language: language === 'en' ? 'en-GB' : language,
      createdAt: payload.time.signedAt,
      fileId: id.slice(0, 32),
      footer: {
        reference: payload.kind === 'registered' ? payload.reference : (record?.payload.reference ?? ''),
        recordId: id,
        page: words.page,
      },
      attachments: attachmentsOf(sequel, inside),
      signature: {
        name: payload.signer.name,
        reason: sequelWords.reasons[family],
        signedAt: payload.time.signedAt,
        bytes: signatureRoom[payload.signature.level],
      },
    },
    resources,
  );
};
