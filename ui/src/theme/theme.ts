import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Brand scale of the national design model; index 6 is the colour of actions and links. */
const brand: MantineColorsTuple = [
  '#e8f0fb',
  '#d0e1f7',
  '#a5c5ef',
  '#75a6e7',
  '#4a8be0',
  '#2471d9',
  '#0058d2',
  '#0046a8',
  '#00357e',
  '#00295a',
];

const danger: MantineColorsTuple = [
  '#fee4e2',
  '#fdd0cd',
  '#fbb0ab',
  '#f58a83',
  '#ec6157',
  '#e3443a',
  '#d92d20',
  '#b42318',
  '#912018',
  '#7a271a',
];

/** The national tokens over Mantine: Onest, brand colour, 48 px inputs with radius 8. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 5 },
  colors: { brand, danger },
  fontFamily: "'Onest Variable', 'Onest', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
  headings: { fontFamily: "'Onest Variable', 'Onest', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '4px', md: '8px', lg: '12px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  breakpoints: { xs: '20em', sm: '36em', md: '48em', lg: '62em', xl: '78em' },
  cursorType: 'pointer',
  focusRing: 'never',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'lg' } },
    Textarea: { defaultProps: { size: 'lg' } },
    NativeSelect: { defaultProps: { size: 'lg' } },
  },
});
