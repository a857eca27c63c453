export const findChromium: () => string | undefined;
export const chromiumFlags: string[];
