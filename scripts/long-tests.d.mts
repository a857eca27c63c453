export const isEverything: () => boolean;
export const longTests: readonly string[];
