import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a reference number and says so; where the browser refuses, asks to copy it by hand. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('ui');
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('copyFailed');
    }
  };
  return (
    <button type="button" className="es-link-button" onClick={() => void copy()}>
      <span aria-live="polite">{t(`problem.${outcome}`)}</span>
    </button>
  );
}
