/** The light that a colour of a screen gives off, from 0 (black) to 1 (white): WCAG 2.2, "relative luminance". */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How far two colours (`#1d4f57`) stand apart, from 1 to 21: WCAG 2.2, "contrast ratio". The order does not matter. */
export const contrast = (a: string, b: string): number => {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};

/** The least contrast of text that can be read by people with low vision: WCAG 2.2, 1.4.3, level AA. */
export const leastContrast = 4.5;
