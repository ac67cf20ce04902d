import type { ResourceLanguage } from 'i18next';
import forms from '../forms/texts/ro.json';
import ui from './texts/ro.json';

/** Texts of the shared components and of forms. */
export const uiTexts: ResourceLanguage = { ui, forms };
