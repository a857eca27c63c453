/** Where the fonts and the colour profile of the record are fetched from. */
export { default as bold } from './AtkinsonHyperlegibleNext-Bold.ttf?url';
export { default as regular } from './AtkinsonHyperlegibleNext-Regular.ttf?url';
export { default as icc } from './srgb.icc?url';
