import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { FilledForm } from '@esocial/ui/forms/useAnswerDifferences.ts';

/** A record as a filled form. */
export function filled({ form, data }: RecordDetail): FilledForm {
  return { form, data: data as JsonObject };
}
