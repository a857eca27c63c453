import { contentOf, type Der, oidOf, readDer } from './der-reader';
import { oids } from './oids';

/** What a certificate's extensions allow (RFC 5280, section 4.2). */
export interface Extensions {
  /** CA:TRUE. */
  readonly authority: boolean;
  /** How many authorities may stand between this one and a signer; undefined is no limit. */
  readonly pathLength: number | undefined;
  readonly keyUsage: readonly KeyUse[] | undefined;
  /** The key may sign documents: its extended key usage is absent, or names e-mail, documents or any purpose. */
  readonly maySignDocuments: boolean;
  /** The key is for timestamps and for nothing else, and says so critically, as RFC 3161 (2.3) asks. */
  readonly mayTimestamp: boolean;
  /** Critical extensions that we do not understand. */
  readonly unknownCritical: readonly string[];
}

export type KeyUse = 'digitalSignature' | 'nonRepudiation' | 'keyCertSign' | 'other';

// Bits 0, 1 and 5 of KeyUsage; the rest are for encryption and revocation lists.
const uses: readonly KeyUse[] = [
  'digitalSignature',
  'nonRepudiation',
  'other',
  'other',
  'other',
  'keyCertSign',
  'other',
];

const purposes: readonly string[] = [
  oids.anyPurpose,
  oids.emailProtection,
  oids.documentSigning,
  oids.documentSigningMicrosoft,
];

const inside = (value: Uint8Array | undefined): Der | undefined => {
  const read = value && readDer(value, '');
  return read?.ok ? read.value : undefined;
};

interface Extension {
  readonly id: string;
  readonly critical: boolean;
  readonly value: Der | undefined;
}

const readExtension = (element: Der): Extension | undefined => {
  const [id, ...rest] = element.tag === 0x30 ? element.children : [];
  const flag = rest.length === 2 ? contentOf(rest[0], 0x01) : undefined;
  const value = contentOf(rest.at(-1), 0x04);
  if (oidOf(id) === '' || !value || rest.length > 2 || (rest.length === 2 && !flag)) return undefined;
  return { id: oidOf(id), critical: flag?.[0] === 0xff, value: inside(value) };
};

const basicConstraints = (value: Der): Pick<Extensions, 'authority' | 'pathLength'> | undefined => {
  const parts = value.tag === 0x30 ? value.children : undefined;
  const authority = contentOf(parts?.[0], 0x01)?.[0] === 0xff;
  const limit = contentOf(parts?.[1], 0x02);
  const known = parts && parts.length <= 2 && (parts.length === 0 || parts[0]?.tag === 0x01);
  if (!known || (parts.length === 2 && limit?.length !== 1)) return undefined;
  return { authority, pathLength: limit?.[0] };
};

const keyUsage = (value: Der): readonly KeyUse[] | undefined => {
  const bits = contentOf(value, 0x03);
  return bits && uses.filter((_, bit) => ((bits[1] ?? 0) & (0x80 >> bit)) !== 0);
};

const understood: readonly string[] = [oids.basicConstraints, oids.keyUsage, oids.extendedKeyUsage];

/** The extensions of a certificate from its `[3]`; absent is none. Undefined where one is malformed or stands twice. */
export const readExtensions = (wrapped: Der | undefined): Extensions | undefined => {
  const list = wrapped === undefined ? [] : wrapped.tag === 0xa3 ? wrapped.children[0]?.children : undefined;
  const found = (list ?? []).map(readExtension).filter((extension) => extension !== undefined);
  if (!list || found.length !== list.length || new Set(found.map(({ id }) => id)).size !== found.length)
    return undefined;
  const named = (id: string): Extension | undefined => found.find((extension) => extension.id === id);
  if (understood.some((id) => named(id) && !named(id)?.value)) return undefined;

  const constraints = named(oids.basicConstraints)?.value;
  const basic = constraints ? basicConstraints(constraints) : { authority: false, pathLength: undefined };
  const usage = named(oids.keyUsage)?.value;
  const keyUses = usage && keyUsage(usage);
  const extendedKeyUsage = named(oids.extendedKeyUsage);
  const extended = extendedKeyUsage?.value;
  if (!basic || (usage && !keyUses)) return undefined;
  return {
    ...basic,
    keyUsage: keyUses,
    maySignDocuments: !extended || extended.children.some((purpose) => purposes.includes(oidOf(purpose))),
    mayTimestamp: extendedKeyUsage?.critical === true && extended?.children.map(oidOf).join() === oids.timeStamping,
    unknownCritical: found.flatMap(({ id, critical }) => (critical && !understood.includes(id) ? [id] : [])),
  };
};
