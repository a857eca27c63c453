export const isSupported: (version: string) => boolean;
