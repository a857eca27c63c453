export const serve: (folder: string, port: number) => Promise<{ url: string; close: () => void }>;
