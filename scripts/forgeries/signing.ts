import { succeed } from '../../src/base/result';
import type { RecordPayload } from '../../src/record/payload';
import { council, keyholder } from '../../tests/signing/material';
import { attachmentsOf, doctored, loose } from '../../tests/verify/forge';
import { forged, madeRecord, namedFiles, print, recordOf, sign } from '../../tests/verify/made';
import { bytes } from './data';
import type { Bytes, Forgery } from './forgery';
import type { Line } from './line';

/** Changes of the pages and of what belongs to them that keep their length: what is changed, what stood there, what does then. */
export const pageDamage = [
  ['the structure', '/Pg ', '/Px '],
  ['what a glyph is read as', '<ffff>', '<fffe>'],
  ['the title in the metadata', '<dc:title>', '<dc:titel>'],
  ['the certification', '/P 1 >>', '/P 2 >>'],
  ['the layout that readers open with', '/OneColumn', '/TwoPageLe'],
  ['what content is whose', '/MCID 0>>', '/MCID 1>>'],
] as const;

export const pages: readonly Line[] = [
  ['pages of another document', 'layout: verify.layout-place', () => bytes(loose(attachmentsOf(recordOf())))],
  ...pageDamage.map(([name, from, to]): Line => [
    name,
    'layout: verify.layout-differs',
    () => bytes(doctored(from, to)),
  ]),
];

const says = (signer: Partial<RecordPayload['signer']>): Promise<Bytes> =>
  forged((payload) => ({ ...payload, signer: { ...payload.signer, ...signer } }));
const at = (signedAt: string): Promise<Bytes> =>
  forged((payload) => ({ ...payload, time: { ...payload.time, signedAt } }));

export const signer: readonly Line[] = [
  ['the Chief Executive’s name', 'signer: verify.signer-name', () => says({ name: 'Dame Chief Executive' })],
  ['an authority’s word', 'signer: verify.signer-identity', () => says({ identity: 'council-ca' })],
  [
    'another kind of key',
    'signer: verify.signer-algorithm',
    () => forged((payload) => ({ ...payload, signature: { ...payload.signature, algorithm: 'RS256' } })),
  ],
  [
    'a stranger of the same name signs the same pages',
    'signer: verify.signer-certificate',
    async () => {
      const honest = recordOf();
      return sign(print(honest, namedFiles(honest)), await keyholder('ES256'));
    },
  ],
];

export const time: readonly Forgery[] = [
  {
    name: 'signed in 2037, after the certificate’s end',
    expects: ['time: verify.time-certificate'],
    make: () => at('2037-01-01T00:00:00+00:00'),
    options: { now: '2037-01-02T00:00:00+00:00' },
  },
  {
    name: 'signed in the future',
    expects: ['time: verify.time-future'],
    make: () => at('2026-11-24T12:00:01+00:00'),
    options: { now: '2026-11-23T12:00:00+00:00' },
  },
  {
    name: 'signed before the certificate began',
    expects: ['time: verify.time-certificate'],
    make: async () => madeRecord({ signer: await keyholder('ES256', council, '2026-12-24T00:00:00+00:00') }),
  },
];

export const levels: readonly Line[] = [
  [
    'a timestamp said and none there',
    'signer: verify.signature-level',
    () => madeRecord({ sealing: { tsa: '/timestamp' } }),
  ],
  [
    'a timestamp that is none',
    'time: timestamp.malformed',
    () => madeRecord({ sealing: { tsa: '/timestamp' }, timestamping: async () => succeed(new Uint8Array([0x30, 0])) }),
  ],
];
