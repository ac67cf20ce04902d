import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import type { Json } from '@esocial/form-core/json.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import { FieldError } from '../shared/FieldError.tsx';
import { AttachedFile } from './AttachedFile.tsx';
import { mostBytes, sizeText, typeNames } from './file-fault.ts';
import { useUpload } from './useUpload.ts';

/** One file or several, sent as soon as they are chosen; a file that cannot be attached is named with the reason. */
export function AttachmentField({
  id,
  path,
  field,
  schema,
  label,
  value,
  invalid,
  readOnly,
  describedBy,
  onChange,
}: FieldProps) {
  const { t, language, store } = useFormContext();
  const isList = field.kind === 'attachments';
  const binding = schema['x-attachment'] ?? schema.items?.['x-attachment'] ?? {};
  const files = attached(value);
  const add = (reference: AttachmentReference) =>
    onChange(isList ? [...attached(store.value(path)), reference].map(toJson) : toJson(reference));
  const upload = useUpload(binding, add);
  const remove = (documentId: string) => {
    const rest = files.filter((file) => file.documentId !== documentId);
    onChange(isList && rest.length > 0 ? rest.map(toJson) : undefined);
  };
  const limits = t('attachment.limits', {
    types: typeNames(binding.accept) || 'any',
    size: sizeText(Math.min(binding.maxSize ?? mostBytes, mostBytes), language),
  });
  const takesMore =
    !readOnly &&
    upload.progress === undefined &&
    (isList ? files.length < (schema.maxItems ?? Infinity) : files.length === 0);
  return (
    <>
      {files.map((file) => (
        <AttachedFile
          key={file.documentId}
          file={file}
          onRemove={readOnly ? undefined : () => remove(file.documentId)}
        />
      ))}
      {upload.progress !== undefined && (
        <div className="es-upload">
          <progress max={1} value={upload.progress} aria-label={t('attachment.sending', { file: upload.fileName })} />
          <span>{t('attachment.progress', { file: upload.fileName, percent: Math.round(upload.progress * 100) })}</span>
          <button type="button" className="es-link-button" onClick={upload.cancel}>
            {t('attachment.cancel')}
          </button>
        </div>
      )}
      {upload.fault && <FieldError id={`${id}-upload`} text={upload.fault} />}
      <input
        id={id}
        type="file"
        className={takesMore ? 'es-input es-input-file es-no-print' : 'es-visually-hidden'}
        accept={binding.accept?.join(',')}
        disabled={!takesMore}
        aria-label={label}
        aria-invalid={invalid || upload.fault !== undefined || undefined}
        aria-describedby={
          [describedBy, takesMore && `${id}-limits`, upload.fault && `${id}-upload`].filter(Boolean).join(' ') ||
          undefined
        }
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) upload.start(file);
          target.value = '';
        }}
      />
      {takesMore && (
        <div id={`${id}-limits`} className="es-field-hint es-no-print">
          {limits}
        </div>
      )}
    </>
  );
}

function attached(value: Json | undefined): AttachmentReference[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter(
    (file) => typeof file === 'object' && file !== null && 'documentId' in file,
  ) as unknown as AttachmentReference[];
}

function toJson({ documentId, fileName, mediaType, size }: AttachmentReference): Json {
  return { documentId, fileName, mediaType, size };
}
