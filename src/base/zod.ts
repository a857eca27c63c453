import { config } from 'zod/mini';

// Under Trusted Types zod's probe for `new Function` is a policy violation; it must be off before the first schema.
config({ jitless: true });

export * as z from 'zod/mini';
