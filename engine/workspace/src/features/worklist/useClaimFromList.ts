import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';
import { claimRefusal } from '../../shared/tasks/claim-refusal.ts';
import { useClaimTask } from '../../shared/tasks/useClaimTask.ts';

/** Claims and opens the task; when somebody was faster, says who and when. */
export function useClaimFromList(): { isPending: boolean; claim: (id: string) => void } {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const toast = useToast();
  const [, navigate] = useLocation();
  const claiming = useClaimTask();
  const claim = (id: string) =>
    claiming.mutate(id, {
      onSuccess: () => navigate(links.task(id)),
      onError: (error) => {
        const refusal = claimRefusal(error);
        const at = refusal?.at ? format.time(refusal.at) : '';
        toast({ text: refusal ? t('taken', { who: refusal.who, at }) : t('claimFailed') });
      },
    });
  return { isPending: claiming.isPending, claim };
}
