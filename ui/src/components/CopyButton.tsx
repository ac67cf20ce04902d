import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a reference number and says so. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('ui');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button type="button" className="es-link-button" onClick={() => void copy()}>
      <span aria-live="polite">{t(copied ? 'problem.copied' : 'problem.copy')}</span>
    </button>
  );
}
