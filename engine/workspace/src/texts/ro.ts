import type { ResourceLanguage } from 'i18next';
import { uiTexts } from '@esocial/ui/i18n/ui-resources-ro.ts';
import audit from '../features/audit/texts/ro.json';
import cases from '../features/cases/texts/ro.json';
import definitions from '../features/definitions/texts/ro.json';
import navigation from '../features/navigation/texts/ro.json';
import notifications from '../features/notifications/texts/ro.json';
import persons from '../features/persons/texts/ro.json';
import records from '../features/records/texts/ro.json';
import session from '../features/session/texts/ro.json';
import settings from '../features/settings/texts/ro.json';
import startCase from '../features/start-case/texts/ro.json';
import supervision from '../features/supervision/texts/ro.json';
import task from '../features/task/texts/ro.json';
import worklist from '../features/worklist/texts/ro.json';
import shared from '../shared/texts/ro.json';

/** The texts of the workspace in one language: one file to load, one namespace a feature. Those of features that few people open come with their page. */
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
