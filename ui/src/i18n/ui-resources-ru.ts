import type { ResourceLanguage } from 'i18next';
import forms from '../forms/texts/ru.json';
import ui from './texts/ru.json';

/** Texts of the shared components and of forms. */
export const uiTexts: ResourceLanguage = { ui, forms };
