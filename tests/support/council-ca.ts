import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs openssl in a folder; what it prints is what it says, or an error. */
export const openssl = (folder: string, ...args: readonly string[]): Buffer =>
  execFileSync('openssl', [...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

const config = `
[ca]
default_ca = council
[council]
dir = .
database = index.txt
serial = serial
crlnumber = crlnumber
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_days = 700
default_crl_days = 400
policy = any
copy_extensions = none
unique_subject = no
string_mask = utf8only
utf8 = yes
[any]
countryName = optional
organizationName = optional
organizationalUnitName = optional
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[officer]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:http://ca.example/authority.crl
authorityInfoAccess = caIssuers;URI:http://ca.example/authority.cer
[timestamper]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:http://ca.example/authority.crl
authorityInfoAccess = caIssuers;URI:http://ca.example/authority.cer
[req]
distinguished_name = none
prompt = no
string_mask = utf8only
utf8 = yes
[none]
[tsa]
default_tsa = here
[here]
serial = tsaserial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

export const keyKinds = {
  ec: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
} as const;

/** A certificate authority as a council's IT would run it with openssl, and a timestamp authority under it. */
export interface CouncilCa {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Buffer;
  /** `ca.pem`: the authority's own certificate. */
  readonly certificate: string;
  /** Issues what a request asks for, as the section of the configuration says; the certificate as PEM. */
  readonly issue: (request: string, section?: 'officer' | 'timestamper', days?: readonly string[]) => string;
  /** A key and its certificate, as `NAME.key` and `NAME.pem`. */
  readonly keyAndCertificate: (name: string, kind: keyof typeof keyKinds, commonName: string) => void;
  /** The answer of the timestamp authority to a query. */
  readonly stamp: (query: Uint8Array, section?: readonly string[]) => Uint8Array;
  /** The list of what is revoked (nothing), as DER. */
  readonly revocations: () => Buffer;
  readonly close: () => void;
}

export const councilCa = (kind: keyof typeof keyKinds = 'rsa', name = 'Example Council CA'): CouncilCa => {
  const folder = mkdtempSync(join(tmpdir(), 'ca-'));
  const run = (...args: readonly string[]): Buffer => openssl(folder, ...args);
  const write = (file: string, text: string | Uint8Array): void => writeFileSync(join(folder, file), text);
  write('ca.cnf', config);
  write('index.txt', '');
  for (const file of ['serial', 'crlnumber', 'tsaserial']) write(file, '1001\n');
  const subject = (commonName: string): string => `/C=GB/O=Example Borough Council/CN=${commonName}`;
  run('genpkey', ...keyKinds[kind], '-out', 'ca.key');
  const selfMade = [
    '-x509',
    '-new',
    '-key',
    'ca.key',
    '-days',
    '3650',
    '-extensions',
    'authority',
    '-config',
    'ca.cnf',
  ];
  run('req', ...selfMade, '-utf8', '-subj', subject(name), '-out', 'ca.pem');
  let count = 0;
  const issue: CouncilCa['issue'] = (request, section = 'officer', days = []) => {
    const [from, to] = [`request-${++count}.pem`, `issued-${count}.pem`];
    write(from, request);
    const ways = ['-batch', '-notext', '-preserveDN', '-config', 'ca.cnf', '-extensions', section];
    run('ca', ...ways, ...days, '-in', from, '-out', to);
    return readFileSync(join(folder, to), 'utf8');
  };
  const issueTo = (file: string, of: keyof typeof keyKinds, commonName: string, section: 'officer' | 'timestamper') => {
    run('genpkey', ...keyKinds[of], '-out', `${file}.key`);
    const request = ['-new', '-key', `${file}.key`, '-config', 'ca.cnf', '-utf8', '-subj', subject(commonName)];
    write(`${file}.pem`, issue(run('req', ...request).toString(), section));
  };
  issueTo('tsa', kind, 'Example Timestamp Authority', 'timestamper');
  return {
    folder,
    run,
    certificate: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    issue,
    keyAndCertificate: (file, of, commonName) => issueTo(file, of, commonName, 'officer'),
    stamp: (query, section = []) => {
      const [from, to] = [`query-${++count}.tsq`, `answer-${count}.tsr`];
      write(from, query);
      run('ts', '-reply', '-config', 'ca.cnf', ...section, '-queryfile', from, '-out', to);
      return new Uint8Array(readFileSync(join(folder, to)));
    },
    revocations: () => {
      run('ca', '-gencrl', '-config', 'ca.cnf', '-out', 'ca.crl.pem');
      return run('crl', '-in', 'ca.crl.pem', '-outform', 'DER');
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
