import { readAuthority } from '../../src/signing/certificate';
import { toPem } from '../../src/signing/pem';
import { readTrustList, type TrustList } from '../../src/signing/trust';
import type { Terms } from '../../src/signing/trust-file';
import { issuedKeyholder, keyholder, valueOf } from '../../tests/signing/material';
import { madeRecord, officer, sign } from '../../tests/verify/made';
import { approver, printSequel, sealedAfter } from '../../tests/verify/made-sequel';
import { nodeOf, writeTree } from './der-tree';
import { withCmsChanged } from './edit';
import type { Forgery, Originals } from './forgery';
import type { Line } from './line';

const list = (entries: readonly (Terms & { readonly certificate: Uint8Array })[]): TrustList =>
  valueOf(
    readTrustList(
      JSON.stringify({
        format: 'trust/0',
        entries: entries.map((entry) => ({ ...entry, certificate: toPem(entry.certificate) })),
      }),
      'trust',
    ),
  );

/** A list with the keys of those who signed the originals by their own, and nobody else’s. */
export const honestList = (): TrustList =>
  list([{ certificate: officer.certificate.der }, { certificate: approver.certificate.der }]);

/** Honest signatures that the auditor’s own list does not bear out. */
export const untrusted = async ({ record, decision }: Originals): Promise<readonly Forgery[]> => {
  const certificate = officer.certificate.der;
  const stranger = await keyholder('ES256');
  const under = (name: string, code: string, terms: Terms): Forgery => ({
    name,
    expects: [`trust: ${code}`],
    make: () => record,
    options: { trust: list([{ certificate, ...terms }]) },
  });
  const known = { trust: list([{ certificate }]) };
  return [
    {
      name: 'a list of nobody',
      expects: ['trust: verify.trust-unknown'],
      make: () => record,
      options: { trust: list([]) },
    },
    {
      name: 'a stranger of the same name signs other answers',
      expects: ['trust: verify.trust-unknown'],
      make: () => madeRecord({ signer: stranger, seed: 4 }),
      options: known,
    },
    {
      name: 'an approver whom nobody knows',
      expects: ['trust: verify.trust-unknown'],
      make: () => decision,
      options: known,
    },
    {
      name: 'a decision on a record of a stranger’s',
      expects: ['inside: verify.inside', 'inside: verify.trust-unknown'],
      options: { trust: list([{ certificate: approver.certificate.der }]) },
      make: async () => {
        const { sequel, inside } = await sealedAfter(record);
        return sign(printSequel(sequel, inside), approver);
      },
    },
    under('another person’s key', 'verify.trust-person', { person: 'Mair Llwyd' }),
    under('a key that may approve only', 'verify.trust-role', { roles: ['approver'] }),
    under('a key that may record only', 'verify.trust-role', { roles: ['recorder'] }),
    under('a key not yet taken into use', 'verify.trust-period', { from: '2026-11-23' }),
    under('a key no longer in use', 'verify.trust-period', { until: '2026-11-21' }),
    under('a key withdrawn before', 'verify.trust-withdrawn', { withdrawnOn: '2026-11-01' }),
    under('a key withdrawn since, and no proof of the time', 'verify.trust-withdrawn', { withdrawnOn: '2026-11-23' }),
  ];
};

/** The authority’s certificate beside the signature, which the signature does not cover. */
export const authorities = async (): Promise<readonly Line[]> => {
  const signer = await issuedKeyholder();
  const alone = { ...signer, signer: { ...signer.signer, chain: [signer.certificate.der] } };
  const [with_, without] = [await madeRecord({ signer }), await madeRecord({ signer: alone })];
  const authority = nodeOf(valueOf(readAuthority(signer.authority)).der);
  const foreign = nodeOf((await issuedKeyholder()).authority);
  const ordered = (nodes: readonly ReturnType<typeof nodeOf>[]) =>
    nodes.toSorted((a, b) => Buffer.compare(writeTree(a), writeTree(b)));
  return [
    [
      'an authority taken away',
      'signer: verify.signer-authorities',
      async () =>
        withCmsChanged(
          with_,
          ({ certificates: set }) =>
            void (set.children =
              set.children?.filter((one) => Buffer.compare(writeTree(one), signer.certificate.der) === 0) ?? []),
        ),
    ],
    [
      'an authority added',
      'signer: verify.signer-authorities',
      async () =>
        withCmsChanged(
          without,
          ({ certificates: set }) => void (set.children = ordered([...(set.children ?? []), authority])),
        ),
    ],
    [
      'another authority of the same name added',
      'unchanged: cms.chain',
      async () =>
        withCmsChanged(
          without,
          ({ certificates: set }) => void (set.children = ordered([...(set.children ?? []), foreign])),
        ),
    ],
    [
      'an authority that issued nobody added',
      'unchanged: cms.chain',
      async () =>
        withCmsChanged(
          with_,
          ({ certificates: set }) => void (set.children = ordered([...(set.children ?? []), foreign])),
        ),
    ],
  ];
};
