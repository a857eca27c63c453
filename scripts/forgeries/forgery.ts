import type { VerifyOptions } from '../../src/verify/judging';

export type Bytes = Uint8Array<ArrayBuffer>;

/** One file that lies, and what our verifier must say of it. */
export interface Forgery {
  readonly name: string;
  /** Every refusal that it must meet, as `line: code`; none where it must be accepted, or is of a later version. */
  readonly expects: readonly string[];
  readonly make: () => Bytes | Promise<Bytes>;
  /** The list of trust, or the clock, that it is judged by. */
  readonly options?: Partial<VerifyOptions>;
  /** Lawful, and so accepted: a reader is told what it is. */
  readonly lawful?: true;
  /** Stopped short of acceptance without a refusal: of a format or renderer to come. */
  readonly unknown?: true;
}

/** Forgeries of one kind, and what whoever makes them needs. */
export interface ForgeryClass {
  readonly id: string;
  readonly needs: 'no key' | 'a genuine key' | 'any key' | 'another certificate';
  readonly forgeries: readonly Forgery[];
}

/** What is forged: an honest record, one by an RSA key, and an honest decision that encloses the first. */
export interface Originals {
  readonly record: Bytes;
  readonly rsaRecord: Bytes;
  readonly decision: Bytes;
}
