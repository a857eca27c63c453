// What only later screens show (Matrix, Grid, TaskList…) is imported from its own file: all that stands here is fetched
// with the start page.
export * from './content/blocks';
export * from './content/heading';
export * from './content/notices';
export * from './content/tag';
export { classes } from './classes';
export { focusElement, focusField } from './focus';
export * from './form/button';
export * from './form/checkboxes';
export type { Choice } from './form/choice';
export * from './form/controls';
export * from './form/error-summary';
export { ErrorMessage, Field, FormGroup, Hint, Label, type Question, type Size } from './form/field';
export * from './form/fieldset';
export * from './form/radios';
export * from './form/text-input';
export * from './form/tick';
export { Link, type LinkProps, LinkProvider, type RenderLink } from './link';
export * from './page/back-link';
export * from './page/footer';
export { type NavigationItem, ServiceHeader, type ServiceHeaderProps } from './page/header';
export * from './page/main';
export * from './page/phase-banner';
export * from './page/skip-link';
export { useWords, type Words, WordsProvider } from './words';
