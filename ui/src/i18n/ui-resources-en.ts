import type { ResourceLanguage } from 'i18next';
import forms from '../forms/texts/en.json';
import ui from './texts/en.json';

/** Texts of the shared components and of forms. */
export const uiTexts: ResourceLanguage = { ui, forms };
