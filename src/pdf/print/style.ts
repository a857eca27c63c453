import type { Weight } from '../tagged/fonts';
import type { TextStyle } from '../tagged/tagged-pdf';

/** How text looks: its style, and the distance from line to line. Points. */
export interface Lettering extends TextStyle {
  readonly leading: number;
}

/** Contrast on white: text 15:1, muted 6.6:1, accent 10.9:1 (WCAG 2.2 asks for 4.5:1). */
export const colours = {
  text: '#1b1f23',
  muted: '#505a5f',
  accent: '#0b3c5d',
  rule: '#b1b4b6',
  shade: '#eef3f7',
  white: '#ffffff',
} as const;

/** Green over yellow to red, pale enough for dark text at 7:1. */
export const tones = ['#d6ecd9', '#eaf1c4', '#fde9a9', '#f8cda4', '#f2b3a8'] as const;

const lettering = (size: number, leading: number, colour: string, weight: Weight = 'regular'): Lettering => ({
  size,
  leading,
  colour,
  weight,
});

export const letterings = {
  h1: lettering(20, 25, colours.accent, 'bold'),
  h2: lettering(14, 18, colours.accent, 'bold'),
  h3: lettering(10.5, 14, colours.text, 'bold'),
  body: lettering(10, 13.5, colours.text),
  table: lettering(9.5, 12.5, colours.text),
  dense: lettering(8.5, 10.5, colours.text),
  small: lettering(9, 12, colours.muted),
  label: lettering(8.5, 11.5, colours.muted, 'bold'),
  panelTitle: lettering(14, 19, colours.accent, 'bold'),
  furniture: lettering(8, 11, colours.muted),
  cell: lettering(9, 12, colours.text),
} as const;
