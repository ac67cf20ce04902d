import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import { sizeText } from './file-fault.ts';

/** A file that is attached: its name, size, and a way to take it off. */
export function AttachedFile({ file, onRemove }: { file: AttachmentReference; onRemove: (() => void) | undefined }) {
  const { t, env, language } = useFormContext();
  const href = env.documentUrl?.(file.documentId);
  return (
    <div className="es-reference">
      <span>
        {href ? <a href={href}>{file.fileName}</a> : file.fileName}{' '}
        <span className="es-field-hint">{sizeText(file.size, language)}</span>
      </span>
      {onRemove && (
        <button type="button" className="es-link-button es-no-print" onClick={onRemove}>
          {t('attachment.remove')}
          <span className="es-visually-hidden">: {file.fileName}</span>
        </button>
      )}
    </div>
  );
}
