import { parseJson } from '../base/canonical';
import { type Result, succeed } from '../base/result';
import type { Earlier } from '../assessment/versions';
import { parsePolicy, parseSettings, type PolicyCode, sealedForm, type SettingsCode } from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';

/** Whether a file that a record encloses is a policy or settings that it stood on before, by its name; see `earlierName`. */
export const earlierKind = (name: string): 'policy' | 'settings' | undefined =>
  /^policy-\d{1,2}\.json$/.test(name) ? 'policy' : /^settings-\d{1,2}\.json$/.test(name) ? 'settings' : undefined;

/** What enclosed files hold of the policies and settings that a record stood on before, by their hashes. */
export const readEarlier = (
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Result<Earlier, PolicyCode | SettingsCode> => {
  const earlier = new Map<string, Policy | Settings>();
  for (const { name, bytes } of files) {
    const kind = earlierKind(name);
    if (!kind) continue;
    const json = parseJson(bytes, name);
    if (!json.ok) return json;
    const one = kind === 'policy' ? parsePolicy(json.value) : parseSettings(json.value);
    if (!one.ok) return one;
    earlier.set(sealedForm(one.value).sha256, one.value);
  }
  return succeed(earlier);
};
