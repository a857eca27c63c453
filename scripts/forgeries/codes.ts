import type { JsonCode } from '../../src/base/canonical';
import type { ShapeCode } from '../../src/base/shape';
import type { RecordCode } from '../../src/record/parse';
import type { ReplayCode } from '../../src/record/replay';
import type { SequelCode } from '../../src/record/sequel-parse';
import type { SequelRuleCode } from '../../src/record/sequel-rules';
import type { TimestampCode } from '../../src/signing/timestamp';
import type { SignatureCode } from '../../src/signing/verify-signature';
import type { VerifyCode } from '../../src/verify/codes';

type Code =
  | VerifyCode
  | SignatureCode
  | TimestampCode
  | JsonCode
  | ShapeCode
  | RecordCode
  | SequelCode
  | SequelRuleCode
  | ReplayCode;

const stamped = 'tests/verify/timestamp.test.ts, with an authority made by openssl';
const runner = 'of whoever runs the verifier: tests/verify/bounds.test.ts, tests/e2e/verify.test.ts';

/**
 * Every reason for refusal that no forgery of the suite reaches, and where it is reached instead, or why no file can. All
 * others are reached by a file that fails that check alone: the suite itself makes sure of it.
 */
export const elsewhere: Partial<Readonly<Record<Code, string>>> = {
  'timestamp.not-strict': stamped,
  'timestamp.imprint': stamped,
  'timestamp.certificate': stamped,
  'timestamp.signature': stamped,
  'timestamp.dates': stamped,
  'verify.time-stamped': stamped,
  'verify.timeout': runner,
  'verify.cancelled': runner,
  'verify.unreadable': runner,
  'verify.depth': 'tests/verify/decision-forgeries.test.ts: nine documents inside one another',
  'decision.depth': 'tests/verify/decision-forgeries.test.ts: nine documents inside one another',
  'decision.renderer': 'there is one renderer so far: tests/verify/decision-forgeries.test.ts asks the rule itself',
  'verify.trust-dates': 'tests/verify/data-forgeries.test.ts: no record can be dated after our authorities end',
  'verify.inside': 'never alone: the reasons of the enclosed file stand beside it',
  'record.too-large': 'not of files: the data is inflated no further than that (verify.attachment-inflate)',
  'shape.form': 'not of records: of schemas that ask for one of several forms',
  'verify.fault': 'of a library that throws: tests/verify/data-forgeries.test.ts; no file is known that makes one',
};

/** All of them, so that a code added to the verifier and not to the suite is an error of types. */
export const everyCode: Readonly<Record<Code, true>> = {
  'certificate.algorithm': true,
  'certificate.extension-unknown': true,
  'certificate.is-authority': true,
  'certificate.key': true,
  'certificate.key-usage': true,
  'certificate.malformed': true,
  'certificate.name': true,
  'certificate.not-authority': true,
  'certificate.purpose': true,
  'certificate.version': true,
  'cms.chain': true,
  'cms.high-s': true,
  'cms.malformed': true,
  'cms.not-ours': true,
  'cms.signature-form': true,
  'decision.condition-unknown': true,
  'decision.depth': true,
  'decision.due': true,
  'decision.encloses': true,
  'decision.level-claimed': true,
  'decision.level-required': true,
  'decision.practice': true,
  'decision.renderer': true,
  'decision.separation': true,
  'decision.time': true,
  'der.malformed': true,
  'json.doubled-key': true,
  'json.not-utf8': true,
  'json.syntax': true,
  'json.too-deep': true,
  'record.attachments': true,
  'record.format': true,
  'record.log-draft': true,
  'record.log-order': true,
  'record.log-start': true,
  'record.not-canonical': true,
  'record.reference': true,
  'record.signed-by': true,
  'record.time': true,
  'record.too-large': true,
  'replay.differs': true,
  'replay.log': true,
  'replay.no-outcome': true,
  'replay.pinned': true,
  'sequel.conditions-idle': true,
  'sequel.conditions-missing': true,
  'sequel.date': true,
  'sequel.due-idle': true,
  'sequel.follows': true,
  'sequel.met-reason': true,
  'sequel.reason-idle': true,
  'sequel.reason-missing': true,
  'sequel.to-idle': true,
  'sequel.to-missing': true,
  'sequel.twice': true,
  'sequel.waived-reason': true,
  'shape.choice': true,
  'shape.forbidden-key': true,
  'shape.form': true,
  'shape.format': true,
  'shape.kind': true,
  'shape.missing': true,
  'shape.size': true,
  'shape.unknown-key': true,
  'signature.byte-range': true,
  'signature.digest': true,
  'signature.places': true,
  'signature.value': true,
  'timestamp.certificate': true,
  'timestamp.dates': true,
  'timestamp.imprint': true,
  'timestamp.malformed': true,
  'timestamp.not-strict': true,
  'timestamp.signature': true,
  'verify.attachment-differs': true,
  'verify.attachment-inflate': true,
  'verify.attachment-missing': true,
  'verify.attachment-name': true,
  'verify.attachment-stream': true,
  'verify.attachment-unlisted': true,
  'verify.attachments': true,
  'verify.attachments-size': true,
  'verify.cancelled': true,
  'verify.catalog': true,
  'verify.copy': true,
  'verify.cross-reference': true,
  'verify.depth': true,
  'verify.evidence-missing': true,
  'verify.fault': true,
  'verify.header': true,
  'verify.inside': true,
  'verify.kind': true,
  'verify.kinds-mixed': true,
  'verify.layout-differs': true,
  'verify.layout-place': true,
  'verify.no-record': true,
  'verify.not-pdf': true,
  'verify.pinned': true,
  'verify.signature-dictionary': true,
  'verify.signature-field': true,
  'verify.signature-level': true,
  'verify.signer-algorithm': true,
  'verify.signer-authorities': true,
  'verify.signer-certificate': true,
  'verify.signer-identity': true,
  'verify.signer-name': true,
  'verify.tail': true,
  'verify.text': true,
  'verify.time-certificate': true,
  'verify.time-future': true,
  'verify.time-stamped': true,
  'verify.timeout': true,
  'verify.too-large': true,
  'verify.trailer': true,
  'verify.trust-dates': true,
  'verify.trust-period': true,
  'verify.trust-person': true,
  'verify.trust-role': true,
  'verify.trust-unknown': true,
  'verify.trust-withdrawn': true,
  'verify.unknown-format': true,
  'verify.unknown-renderer': true,
  'verify.unreadable': true,
};
