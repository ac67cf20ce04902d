import type { ResourceLanguage } from 'i18next';
import ui from './texts/ru.json';

export const uiTexts: ResourceLanguage = { ui };
