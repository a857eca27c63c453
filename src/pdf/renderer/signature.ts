import { writtenMoment } from '../../base/calendar';
import type { Block } from '../document';
import { count, type Sheet, worded } from './context';
import { words } from './words';

/** Who declared what, when, with which key, and how anyone can check it. */
export const signature = (sheet: Sheet): readonly Block[] => {
  const { payload } = sheet;
  const { signer, time } = payload;
  return [
    { kind: 'heading', level: 2, text: words.signature },
    { kind: 'words', label: words.declaration, text: payload.declaration },
    {
      kind: 'pairs',
      labelShare: 28,
      dense: true,
      pairs: [
        { label: words.signedBy, value: signer.name },
        { label: words.job, value: signer.job },
        { label: words.service, value: signer.service },
        { label: words.role, value: words.officer },
        { label: words.startedAt, value: writtenMoment(time.startedAt) },
        { label: words.signedAt, value: writtenMoment(time.signedAt) },
        { label: words.certificate, value: signer.certificateSha256 },
        ...signer.authorities.map((sha256) => ({ label: words.authority, value: sha256 })),
      ],
    },
    {
      kind: 'paragraph',
      text: `${words.keyOrigin[signer.keyOrigin]} ${words.identity[signer.identity]}`,
    },
    { kind: 'paragraph', text: time.tsa === undefined ? words.clock[time.clock] : words.timestamp(time.tsa) },
    { kind: 'paragraph', text: words.howToCheck },
  ];
};

/** What the questions are and are not, what identifies the record, and the files inside it. */
export const identifiers = (sheet: Sheet): readonly Block[] => {
  const { payload } = sheet;
  return [
    { kind: 'heading', level: 2, text: words.origin },
    { kind: 'paragraph', text: worded(sheet, sheet.assessment.model.policy.about.origin) },
    { kind: 'heading', level: 2, text: words.identifiers },
    {
      kind: 'pairs',
      labelShare: 28,
      dense: true,
      pairs: [
        { label: words.format, value: `${payload.format}, ${payload.kind}` },
        { label: words.language, value: payload.language },
        { label: words.partnership, value: payload.partnership },
        { label: words.evaluation, value: payload.evaluation },
        { label: words.policyHash, value: `${payload.policy.id} ${payload.policy.sha256}` },
        { label: words.settingsHash, value: payload.settings.sha256 },
        { label: words.signatureForm, value: `${payload.signature.level}, ${payload.signature.algorithm}` },
        { label: words.app, value: payload.app },
        { label: words.renderer, value: words.rendererName(payload.renderer.version, payload.renderer.sha256) },
      ],
    },
    { kind: 'heading', level: 3, text: words.enclosed },
    {
      kind: 'table',
      columns: [
        { heading: words.file, share: 34 },
        { heading: words.fileHash, share: 66 },
      ],
      dense: true,
      rows: payload.attachments.map((file) => [
        `${file.name}, ${file.type}, ${words.bytes(count(file.size))}`,
        file.sha256,
      ]),
    },
  ];
};
