/** The object identifiers that we write or understand, each with the text that names it. */
export const oids = {
  // RFC 5652: Cryptographic Message Syntax
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  // RFC 5035 (which certificates a signature is by) and RFC 5126 (a timestamp over its value)
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  // RFC 3161: timestamps; the first edition of the attribute that names a certificate (RFC 2634) is theirs too
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  // RFC 5754 and RFC 4055: digests and signatures
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  ecdsaSha384: '1.2.840.10045.4.3.3',
  ecdsaSha512: '1.2.840.10045.4.3.4',
  rsaSha256: '1.2.840.113549.1.1.11',
  rsaSha384: '1.2.840.113549.1.1.12',
  rsaSha512: '1.2.840.113549.1.1.13',
  sha1: '1.3.14.3.2.26',
  // RFC 8018 and RFC 7292: what a key is packed with
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha1: '1.2.840.113549.2.7',
  hmacSha256: '1.2.840.113549.2.9',
  hmacSha384: '1.2.840.113549.2.10',
  hmacSha512: '1.2.840.113549.2.11',
  aes128: '2.16.840.1.101.3.4.1.2',
  aes192: '2.16.840.1.101.3.4.1.22',
  aes256: '2.16.840.1.101.3.4.1.42',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  // RFC 2985: what a request asks for
  extensionRequest: '1.2.840.113549.1.9.14',
  // RFC 5480 and RFC 8017: public keys
  ecPublicKey: '1.2.840.10045.2.1',
  p256: '1.2.840.10045.3.1.7',
  p384: '1.3.132.0.34',
  rsa: '1.2.840.113549.1.1.1',
  // RFC 5280 appendix A: parts of a name
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  service: '2.5.4.11',
  commonName: '2.5.4.3',
  // RFC 5280 section 4.2: extensions
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  subjectKeyId: '2.5.29.14',
  // What a key may be for: any purpose, e-mail (RFC 5280), signing documents (RFC 9336, and Microsoft's before it)
  anyPurpose: '2.5.29.37.0',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  documentSigningMicrosoft: '1.3.6.1.4.1.311.10.3.12',
} as const;
