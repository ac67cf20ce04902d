import type { FieldConfig } from '../field-types.ts';
import { AttachmentField } from './Field.tsx';

export const attachmentField: FieldConfig = {
  kinds: ['attachment', 'attachments'],
  frame: 'label',
  Field: AttachmentField,
};
