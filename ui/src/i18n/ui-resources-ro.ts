import type { ResourceLanguage } from 'i18next';
import ui from './texts/ro.json';

export const uiTexts: ResourceLanguage = { ui };
