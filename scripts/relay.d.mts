import type { Post } from './serve.mjs';

export function relayTo(address: string): Post;
