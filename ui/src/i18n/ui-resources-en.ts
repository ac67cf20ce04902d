import type { ResourceLanguage } from 'i18next';
import ui from './texts/en.json';

export const uiTexts: ResourceLanguage = { ui };
