import { writtenMoment } from '../../base/calendar';
import type { SequelPayload } from '../../record/sequel-payload';
import type { Block } from '../document';
import { sequelWords } from './sequel-words';
import { words } from './words';

/** Who signed a document that comes after a record, when, with which key; and all that identifies it. */
export const sequelSignature = (payload: SequelPayload, id: string): readonly Block[] => {
  const { signer, time, renderer, signature } = payload;
  return [
    { kind: 'heading', level: 2, text: sequelWords.signature },
    {
      kind: 'pairs',
      labelShare: 28,
      dense: true,
      pairs: [
        { label: sequelWords.signedBy, value: signer.name },
        { label: words.job, value: signer.job },
        { label: words.service, value: signer.service },
        { label: words.role, value: sequelWords.role[signer.role] },
        { label: words.signedAt, value: writtenMoment(time.signedAt) },
        { label: words.certificate, value: signer.certificateSha256 },
        ...signer.authorities.map((sha256) => ({ label: words.authority, value: sha256 })),
      ],
    },
    { kind: 'paragraph', text: `${words.keyOrigin[signer.keyOrigin]} ${sequelWords.identity[signer.identity]}` },
    { kind: 'paragraph', text: time.tsa === undefined ? words.clock[time.clock] : words.timestamp(time.tsa) },
    { kind: 'paragraph', text: sequelWords.howToCheck },
    { kind: 'heading', level: 2, text: sequelWords.identifiers },
    {
      kind: 'pairs',
      labelShare: 28,
      dense: true,
      pairs: [
        { label: words.format, value: `${payload.format}, ${payload.kind}` },
        { label: sequelWords.id, value: id },
        { label: sequelWords.follows, value: payload.follows },
        ...('encloses' in payload
          ? [
              {
                label: sequelWords.encloses,
                value: sequelWords.enclosed(sequelWords.fileOf[payload.encloses.kind], payload.encloses.sha256),
              },
            ]
          : []),
        { label: words.signatureForm, value: `${signature.level}, ${signature.algorithm}` },
        { label: words.app, value: payload.app },
        { label: words.renderer, value: words.rendererName(renderer.version, renderer.sha256) },
      ],
    },
  ];
};
