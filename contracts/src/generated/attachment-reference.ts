// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Value of an x-attachment field.
 */
export interface AttachmentReference {
  documentId: string;
  fileName: string;
  mediaType: string;
  size: number;
}
