// What the pages beside ours use of packages that are installed for them alone.
declare module 'survey-core' {
  /** A form, made from its description. */
  export class Model {
    constructor(description: object);
    readonly currentPage: { readonly name: string } | null;
    setValue(name: string, value: unknown): void;
  }
}

declare module 'survey-react-ui' {
  import type { ComponentType } from 'react';
  import type { Model } from 'survey-core';
  export const Survey: ComponentType<{ readonly model: Model }>;
}
