/** A class attribute of those names that apply. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');

/** Ids for `aria-describedby`, or undefined where there are none. */
export const idList = (...ids: readonly (string | false | null | undefined)[]): string | undefined =>
  classes(...ids) || undefined;
