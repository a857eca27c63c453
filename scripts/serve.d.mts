/** What a path answers to what is posted there. */
export type Post = (body: Uint8Array) => Promise<{
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}>;

export function serve(
  folder: string,
  port: number,
  posts?: Readonly<Record<string, Post>>,
): Promise<{ url: string; close: () => void }>;
