// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * workflows/<key>/workflow.json: how a procedure starts and how its cases look. The procedure itself is process.bpmn.
 */
export interface WorkflowFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: string;
  description?: string;
  legalBasis: LegalBasis[];
  /**
   * Kebab-case key, unique within its kind.
   */
  startForm: string;
  /**
   * Verb of the button that starts a case, for example "Sesizare nouă".
   */
  startAction: string;
  caseNumberPrefix: string;
  /**
   * JSON pointer of the person field in the start form: whom the case is about.
   */
  subject?: string;
  /**
   * JSON pointer of a CUATM field in the start form; without it the starter's office decides.
   */
  territory?: string;
  /**
   * Key of the institution that gets the cases which a message or a timer starts; without it the one that stands above all others.
   */
  startInstitution?: string;
  /**
   * FEEL over the variables of the message that starts a case: the id of the person whom it is about.
   */
  startPerson?: string;
  /**
   * Process variables made from the start form: name to FEEL over `data`.
   */
  startVariables?: {
    [k: string]: string;
  };
  /**
   * Parameters given to the process as variables, camelCased, at the legal reference date.
   *
   * Items: Kebab-case key, unique within its kind.
   */
  parameters?: string[];
  /**
   * @minItems 1
   */
  stages: [
    {
      /**
       * Kebab-case key, unique within its kind.
       */
      key: string;
      title: string;
      /**
       * BPMN element ids whose activation puts the case into this stage.
       *
       * @minItems 1
       */
      elements: [string, ...string[]];
    },
    ...{
      /**
       * Kebab-case key, unique within its kind.
       */
      key: string;
      title: string;
      /**
       * BPMN element ids whose activation puts the case into this stage.
       *
       * @minItems 1
       */
      elements: [string, ...string[]];
    }[]
  ];
  keyFacts?: {
    label: string;
    /**
     * FEEL over `records` (form key to its latest data, camelCased key) and `case`.
     */
    value: string;
    /**
     * How a number is shown; money with two decimals.
     */
    format?: 'money';
  }[];
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
