/** Which version of the app something is of. */
export interface Build {
  /** As the deployer knows it: `1.4.0`. */
  readonly version: string;
  /** Eight hexadecimal digits that no other build has; empty where the app was not built. */
  readonly id: string;
}

/** What a page says to a service worker: that it asks which build it keeps, or that this build is to be used now. */
export type Say = 'which' | 'take';
