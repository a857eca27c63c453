/** The Content-Security-Policy as a `<meta>` of a page can say it. */
export const policyOfPage: string;

/** The headers that every answer carries, on every host that serves the app. */
export const securityHeaders: Readonly<Record<string, string>>;

/** The media types of the files that the app asks for, by the ending of their names. */
export const mediaTypes: Readonly<Record<string, string>>;
