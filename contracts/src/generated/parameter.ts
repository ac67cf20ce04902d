// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * policies/parameters/<key>.json: a value that the law sets, by date. Resolved at the case's legal reference date.
 */
export interface ParameterFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: LocalizedText;
  unit: 'hours' | 'workingDays' | 'calendarDays' | 'weeks' | 'months' | 'lei' | 'percent' | 'number';
  /**
   * @minItems 1
   */
  values: [
    {
      validFrom: string;
      value: number;
      act: string;
      article?: string;
      needsLegalConfirmation: boolean;
    },
    ...{
      validFrom: string;
      value: number;
      act: string;
      article?: string;
      needsLegalConfirmation: boolean;
    }[]
  ];
}
/**
 * A text in the three languages; ro is the fallback.
 */
export interface LocalizedText {
  ro: string;
  ru?: string;
  en?: string;
}
