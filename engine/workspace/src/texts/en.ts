import type { ResourceLanguage } from 'i18next';
import { uiTexts } from '@esocial/ui/i18n/ui-resources-en.ts';
import audit from '../features/audit/texts/en.json';
import cases from '../features/cases/texts/en.json';
import definitions from '../features/definitions/texts/en.json';
import navigation from '../features/navigation/texts/en.json';
import notifications from '../features/notifications/texts/en.json';
import persons from '../features/persons/texts/en.json';
import records from '../features/records/texts/en.json';
import session from '../features/session/texts/en.json';
import settings from '../features/settings/texts/en.json';
import startCase from '../features/start-case/texts/en.json';
import supervision from '../features/supervision/texts/en.json';
import task from '../features/task/texts/en.json';
import worklist from '../features/worklist/texts/en.json';
import shared from '../shared/texts/en.json';

/** Every text of the workspace in one language: one file to load, one namespace a feature. */
export const texts: ResourceLanguage = {
  ...uiTexts,
  audit,
  cases,
  definitions,
  navigation,
  notifications,
  persons,
  records,
  session,
  settings,
  'start-case': startCase,
  supervision,
  task,
  worklist,
  shared,
};
