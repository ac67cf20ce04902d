// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * policies/roles/<key>.json: what a role may do, to which objects, seeing which field classes.
 */
export interface RoleFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: LocalizedText;
  description?: LocalizedText;
  home: 'worklist' | 'supervision' | 'design' | 'administration' | 'audit';
  permissions: {
    /**
     * object.verb, for example task.claim.
     */
    action: string;
    relation: 'own' | 'team' | 'institution' | 'territory' | 'all';
    /**
     * Field classes seen or written; absent: not about fields.
     */
    classes?: ('public' | 'personal' | 'special' | 'sealed')[];
  }[];
}
/**
 * A text in the three languages; ro is the fallback.
 */
export interface LocalizedText {
  ro: string;
  ru?: string;
  en?: string;
}
