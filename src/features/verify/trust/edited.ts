import type { Failure } from '../../../base/result';
import type { TrustEntry, TrustList } from '../../../signing/trust';
import type { TrustRole } from '../../../signing/trust-file';

/** A certificate and its terms as they are typed. */
export interface EditedEntry {
  readonly key: number;
  readonly entry: Pick<TrustEntry, 'certificate' | 'kind'>;
  readonly person: string;
  readonly roles: readonly TrustRole[];
  readonly from: string;
  readonly until: string;
  readonly withdrawnOn: string;
}

/** A list of trust as it is typed: its hashes and receipts one a line. */
export interface Edited {
  readonly entries: readonly EditedEntry[];
  readonly policies: string;
  readonly settings: string;
  readonly received: string;
}

export const nothing: Edited = { entries: [], policies: '', settings: '', received: '' };

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).flatMap((line) => line.trim() || []);

const given = (text: string): string | undefined => text.trim() || undefined;

/** A list to be edited. */
export const editedFrom = ({ entries, policies = [], settings = [], received }: TrustList): Edited => ({
  entries: entries.map(({ person = '', roles = [], from = '', until = '', withdrawnOn = '', ...entry }, key) => ({
    key,
    entry,
    person,
    roles,
    from,
    until,
    withdrawnOn,
  })),
  policies: policies.join('\n'),
  settings: settings.join('\n'),
  received: received.map(({ id, on }) => `${id} ${on}`).join('\n'),
});

/** The list that was typed; whether its days and hashes are sound shows when it is read back. */
export const listFrom = ({ entries, policies, settings, received }: Edited): TrustList => ({
  entries: entries.map(({ entry, person, roles, from, until, withdrawnOn }) => ({
    ...entry,
    person: given(person),
    roles: roles.length > 0 ? roles : undefined,
    from: given(from),
    until: given(until),
    withdrawnOn: given(withdrawnOn),
  })),
  policies: linesOf(policies),
  settings: linesOf(settings),
  received: linesOf(received).map((line) => {
    const [id = '', on = ''] = line.split(/\s+/);
    return { id, on };
  }),
});

/** Where something is wrong in what was typed: in which field, and what, with the number of the line. */
export interface Mistyped {
  readonly field: string;
  readonly what: 'person' | 'day' | 'order' | 'hash' | 'receipt' | 'list';
  readonly line: number;
}

/** What a list that is read back from `listFrom` fails for, by the field that it was typed in. */
export const mistyped = ({ entries }: Edited, { code, place, params }: Failure): Mistyped => {
  const at = typeof params.at === 'string' ? params.at : place;
  const [, index, part] = /entries\[(\d+)\]\.?(\w*)/.exec(at) ?? [];
  const key = entries[Number(index)]?.key;
  if (key !== undefined && code === 'trust.order') return { field: `until-${key}`, what: 'order', line: 1 };
  if (key !== undefined && part !== undefined && part !== '')
    return { field: `${part}-${key}`, what: part === 'person' ? 'person' : 'day', line: 1 };
  const [, list, number] = /^(policies|settings|received)\[(\d+)\]/.exec(at) ?? [];
  if (list === undefined) return { field: 'trust', what: 'list', line: 1 };
  return { field: list, what: list === 'received' ? 'receipt' : 'hash', line: Number(number) + 1 };
};
