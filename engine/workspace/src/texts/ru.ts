import type { ResourceLanguage } from 'i18next';
import { uiTexts } from '@esocial/ui/i18n/ui-resources-ru.ts';
import audit from '../features/audit/texts/ru.json';
import cases from '../features/cases/texts/ru.json';
import definitions from '../features/definitions/texts/ru.json';
import navigation from '../features/navigation/texts/ru.json';
import notifications from '../features/notifications/texts/ru.json';
import persons from '../features/persons/texts/ru.json';
import records from '../features/records/texts/ru.json';
import session from '../features/session/texts/ru.json';
import settings from '../features/settings/texts/ru.json';
import startCase from '../features/start-case/texts/ru.json';
import supervision from '../features/supervision/texts/ru.json';
import task from '../features/task/texts/ru.json';
import worklist from '../features/worklist/texts/ru.json';
import shared from '../shared/texts/ru.json';

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
