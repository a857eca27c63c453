/** What we use of Trusted Types (W3C), which the DOM types leave out. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => unknown };
}

const scripts = new Set<string>();

const identity = { createScriptURL: (address: string): unknown => address };

const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('app', {
  createScriptURL: (address) => {
    if (!scripts.has(address)) throw new TypeError('not a script of this app');
    return address;
  },
});

/**
 * The address of one of our own scripts, as the content security policy asks for it: through the one policy that it
 * allows, which knows only what comes through here. For addresses that the build made, never for one from outside.
 */
export const scriptAddress = (address: string): string => {
  scripts.add(address);
  return (policy ?? identity).createScriptURL(address) as string; // a TrustedScriptURL stands wherever an address does
};
