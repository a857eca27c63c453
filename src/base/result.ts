/**
 * A failure that a person can meet: what went wrong (`code`), where (`place`: a JSON path, a file, a field),
 * and the particulars that its sentence needs. `strings/` turns it into words; nothing else does.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly place: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a total function gives back: a value, or every failure that it found. */
export type Result<Value, Code extends string = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failures: readonly Failure<Code>[] };

export const succeed = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const failure = <Code extends string>(
  code: Code,
  place: string,
  params: Readonly<Record<string, string | number>> = {},
): Failure<Code> => ({ code, place, params });

/** A result with one failure. */
export const fail = <Code extends string>(
  code: Code,
  place: string,
  params: Readonly<Record<string, string | number>> = {},
): Result<never, Code> => ({ ok: false, failures: [failure(code, place, params)] });

/** A result with the failures collected, or the value if there are none. */
export const settle = <Value, Code extends string>(
  failures: readonly Failure<Code>[],
  value: () => Value,
): Result<Value, Code> => (failures.length === 0 ? { ok: true, value: value() } : { ok: false, failures });
