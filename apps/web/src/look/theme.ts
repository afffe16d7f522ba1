import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** UN blue is for large marks: on white it has 3.04:1 only. Text and buttons take the darker ones from the sixth on. */
const blue: MantineColorsTuple = [
  '#e3f2fa',
  '#c5e4f4',
  '#93cdec',
  '#5cc3f0',
  '#2ba9e0',
  '#009edb',
  '#007fb3',
  '#00689d',
  '#00527a',
  '#003d5c',
];

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 7 },
  colors: { blue },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', system-ui, sans-serif",
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
});
