import { utf8 } from '../../base/bytes';
import type { Services } from '../../services';
import type { KeyRow } from '../../storage/database';

/** A name for the files of a key: what can stand in a file's name of its owner's. */
export const fileStem = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 -]/g, '')
    .trim()
    .replace(/ +/g, '-')
    .toLowerCase() || 'key';

/** Hands over a key's certificate, and those above it, in PEM. */
export const handOverCertificate = async (
  { handOver }: Pick<Services, 'handOver'>,
  { name, certificate, authorities = [] }: KeyRow,
): Promise<void> => {
  const { toPem } = await import('../../signing/pem');
  const all = [certificate, ...authorities].map(toPem).join('');
  handOver(`${fileStem(name)}-certificate.pem`, 'application/x-pem-file', utf8(all));
};
