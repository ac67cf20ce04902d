import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../shared/new-key.ts';
import { useSendCaseMessage } from './api/send-case-message.ts';

type CaseMessage = CaseDetail['messages'][number];

/** What the procedure waits to be told, each as a button that asks first; for those who may tell it. */
export function SendMessage({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const toast = useToast();
  const [chosen, setChosen] = useState<{ message: CaseMessage; key: string }>();
  const send = useSendCaseMessage(detail.id);
  const close = () => {
    setChosen(undefined);
    send.reset();
  };
  if (!detail.permissions.sendMessage || detail.status === 'closed') return null;
  return (
    <>
      {onceEach(detail.messages).map((message) => (
        <button
          key={message.elementId}
          type="button"
          className="es-chip"
          onClick={() => setChosen({ message, key: newKey() })}
        >
          <Icon name="flow" />
          {t('message.button', { what: message.title })}
        </button>
      ))}
      {chosen && (
        <ConfirmDialog
          title={chosen.message.title}
          action={t('message.send')}
          busy={send.isPending}
          onClose={close}
          onConfirm={() =>
            send.mutate(
              { name: chosen.message.name, key: chosen.key },
              {
                onSuccess: () => {
                  close();
                  toast({ text: t('message.sent', { what: chosen.message.title }) });
                },
              },
            )
          }
        >
          <div className="es-stack">
            {send.error ? <ProblemMessage error={send.error} /> : null}
            <p>{t('message.explain')}</p>
          </div>
        </ConfirmDialog>
      )}
    </>
  );
}

/** However many steps wait for a message, it is sent once. */
function onceEach(messages: readonly CaseMessage[]): CaseMessage[] {
  return messages.filter(({ name }, index) => messages.findIndex((other) => other.name === name) === index);
}
