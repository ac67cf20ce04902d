// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * policies/calendars/<key>.json: working days and hours, days of Europe/Chisinau.
 */
export interface CalendarFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: LocalizedText;
  timeZone: string;
  workingHours: {
    from: string;
    to: string;
  };
  /**
   * ISO weekdays, 1 is Monday.
   */
  workingDays: number[];
  holidays: {
    date: string;
    name: LocalizedText;
  }[];
  extraWorkingDays: {
    date: string;
    reason: string;
  }[];
  legalBasis?: LegalBasis[];
}
/**
 * A text in the three languages; ro is the fallback.
 */
export interface LocalizedText {
  ro: string;
  ru?: string;
  en?: string;
}
export interface LegalBasis {
  /**
   * Act, for example "Legea 140/2013".
   */
  act: string;
  article?: string;
  note?: string;
  needsLegalConfirmation?: boolean;
}
