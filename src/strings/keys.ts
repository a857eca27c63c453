import type { Sentences } from './failures';
import { signingSentences } from './signing-failures';

/** The page of signing keys. */
export const keysStrings = {
  title: 'Your signing keys',
  lead: 'A signing key seals your records. It is made in this browser and cannot be taken out of it, by you or by anyone else.',
  clearing:
    'If this browser’s data is cleared, the key is gone. Records that you have signed can still be checked. You then need a new key, and your council’s list needs its certificate.',
  none: 'There is no key in this browser yet. One is made when you first sign a record, or you can make it now.',
  make: 'Make a key',
  makeTitle: 'Make a signing key',
  another: 'Make a key for another name or service',
  made: 'Your key has been made.',
  insecure: 'Keys need a secure address. Whoever runs this site must serve it over https (or on localhost).',
  service: 'Service',
  fingerprint: 'Fingerprint of the certificate',
  validity: 'Valid',
  validityOf: (from: string, until: string) => `from ${from} to ${until}`,
  identity: 'Who vouches for the name',
  selfAsserted: 'Nobody yet. The key signed its own certificate.',
  issued: (issuer: string) => `${issuer}, which issued the certificate`,
  download: 'Download the certificate',
  list: 'Send the certificate to whoever keeps your council’s list of keys, and read them the fingerprint, in person or by telephone. They can then tell your signature from one that somebody else has made in your name.',
  authority: 'If your council has a certificate authority',
  authoritySteps: [
    'Download a request and send it to the people who run the authority.',
    'They check who you are, and send you a certificate.',
    'Add it here. From then on you sign under the name that they have confirmed.',
  ],
  request: 'Download a certificate request',
  back: 'Certificate from your council',
  backHint:
    'One file or several: the certificate, and those of the authorities above it if you were sent them. Names end in .pem, .crt, .cer or .p7b',
  add: 'Add the certificate',
  backNeeded: 'Choose the file that your council sent you',
  added: (issuer: string) => `The certificate that ${issuer} issued has been added. You sign with it from now on.`,
  remove: 'Delete this key',
  removing: {
    title: 'Are you sure you want to delete this key?',
    key: 'Name',
    lost: 'If you delete it:',
    what: [
      'you cannot sign with it any more, and nobody can bring it back',
      'documents that you have signed with it stay as they are, and can still be checked',
      'its certificate goes with it. Whoever checks your documents needs the certificate on your council’s list of keys',
    ],
    first: 'Download the certificate before you delete the key, unless your council has it.',
    confirm: 'Delete the key',
    cancel: 'Cancel',
    done: (name: string) => `The key of ${name} has been deleted.`,
  },
} as const;

const askCouncil = 'Ask whoever gave it to you for another.';

/** What goes wrong with keys, certificates and timestamps, and what to do. */
export const keySentences: Sentences = {
  ...signingSentences,
  'pkcs12.form': `This file is not a key file that can be opened here. Choose a file that ends in .p12 or .pfx. ${askCouncil}`,
  'pkcs12.old-form':
    'This key file is packed in an old way that is no longer safe (Triple DES or RC2). Ask whoever gave it to you to export it again with AES-256. In Windows: choose “AES256-SHA256” as the encryption when exporting. With openssl: leave out “-legacy”.',
  'pkcs12.password': 'The password does not open this key file. Check capital letters and type it again.',
  'pkcs12.no-key': 'This file holds certificates but no key. Ask for it to be exported again with the private key.',
  'pkcs12.no-certificate': `This file holds a key but not its certificate. Ask for it to be exported again with the certificate.`,
  'pkcs12.key-kind': `The key in this file is of a kind that records are not signed with. It must be RSA of 2,048 to 4,096 bits, or ECDSA on the curve P-256. ${askCouncil}`,
  'pkcs12.key-short': ({ bits }) =>
    `The RSA key in this file has ${bits} bits, which is too short to be safe. Ask for a new key of 2,048 bits or more.`,
  'key.expired': ({ until }) =>
    `The certificate of this key expired on ${until}. Ask whoever issued it for a new one. If it is your own, make a new key.`,
  'key.not-yet': ({ from }) =>
    `The certificate of this key is valid only from ${from}. Check this computer’s clock, or wait until then.`,
  'key.name': ({ name }) =>
    `The certificate names “${name}”, which a record cannot hold as it stands. Ask for a certificate with your name as you write it.`,
  'issued.none': 'There is no certificate in this file. Choose a file that ends in .pem, .crt, .cer or .p7b.',
  'issued.other-key':
    'This certificate belongs to another key. Choose the one that was issued for the request of this key, or send the request again.',
  'issued.self-signed': 'This is the certificate that the key signed itself. Choose the one that your council issued.',
  'certificate.malformed': 'The certificate is damaged. Ask for it to be sent again.',
  'certificate.version': 'The certificate is of an old kind. Ask for one of X.509 version 3.',
  'certificate.key':
    'The key of the certificate is not one that records are signed with. It must be RSA of 2,048 to 4,096 bits, or ECDSA on the curve P-256.',
  'certificate.algorithm':
    'The certificate was signed in a way that is no longer safe. Ask for one that is signed with SHA-256.',
  'certificate.extension-unknown': ({ oid }) =>
    `The certificate asks for a rule that is not known here (${oid}). Ask for one without it.`,
  'certificate.name': 'The certificate names nobody. Ask for one with your name.',
  'certificate.is-authority': 'This certificate belongs to an authority, not to a person. Choose your own.',
  'certificate.not-authority':
    'A certificate in the chain does not belong to an authority. Ask for the whole chain again.',
  'certificate.key-usage':
    'The certificate is not for signing documents. Ask for one with the key usage “digital signature” and “non-repudiation”.',
  'certificate.purpose':
    'The certificate is for another purpose than signing documents. Ask for one without an extended key usage, or for document signing.',
  'storage.unknown-key': 'This key is no longer in this browser. Reload the page.',
  'timestamp.unreachable':
    'The timestamp authority could not be reached. Your computer may be offline, or the service may be down.',
  'timestamp.slow': ({ seconds }) => `The timestamp authority did not answer within ${seconds} seconds.`,
  'timestamp.refused': 'The timestamp authority refused to give a timestamp.',
  ...Object.fromEntries(
    ['malformed', 'not-strict', 'imprint', 'certificate', 'signature', 'dates'].map((part) => [
      `timestamp.${part}`,
      'What the timestamp authority sent was not a timestamp that can be relied on, so it was not used.',
    ]),
  ),
  'timestamp.nonce': 'The timestamp authority answered another question than ours, so its answer was not used.',
};

/** Whether it can be signed all the same, without a timestamp. */
export const isAboutTimestamp = (code: string): boolean => code.startsWith('timestamp.');
