declare module 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs' {
  export const CharacterCount: new (root: Element | null) => object;
}
