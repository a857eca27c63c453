import type { AttachmentCode } from './attachments';
import type { FormCode } from './form';
import type { LayoutCode } from './layout';
import type { DataCode } from './data';
import type { PlaceCode } from './signature-place';
import type { SignerCode } from './signer';
import type { TextCode } from './text';
import type { StampCode } from './timestamp';
import type { TimeCode } from './time';
import type { TrustLineCode } from './trust';

/** Every reason of the verifier's own; those of the rooms below come besides. */
export type VerifyCode =
  | FormCode
  | PlaceCode
  | AttachmentCode
  | Extract<DataCode | LayoutCode, `verify.${string}`>
  | 'verify.copy'
  | 'verify.kind'
  | 'verify.depth'
  | 'verify.inside'
  | 'verify.unknown-format'
  | 'verify.unknown-renderer'
  | TextCode
  | SignerCode
  | TimeCode
  | Extract<StampCode, `verify.${string}`>
  | TrustLineCode
  | 'verify.fault'
  /** Of those who run the verifier: it took too long, was stopped, or got no file. */
  | 'verify.timeout'
  | 'verify.cancelled'
  | 'verify.unreadable';
