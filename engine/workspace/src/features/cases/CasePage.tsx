import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { caseDetail } from './api/case-detail.ts';
import { caseTabs, type CaseTab } from './case-tabs.ts';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseTabContent } from './CaseTabContent.tsx';
import { CaseTabNav } from './CaseTabNav.tsx';
import { StageLine } from './StageLine.tsx';

/** One case: its header that stays, its stages, and one view of it at a time. */
export function CasePage() {
  const { id = '', tab = 'overview' } = useParams<{ id: string; tab?: string }>();
  const query = useQuery(caseDetail(id));
  const current: CaseTab = caseTabs.find((each) => each === tab) ?? 'overview';
  return (
    <div className="es-page">
      <DataState<CaseDetail> query={query} wholePage skeletonRows={8}>
        {(detail) => (
          <>
            <CaseHeader detail={detail} />
            <StageLine stages={detail.stages} />
            <CaseTabNav caseId={detail.id} current={current} />
            <CaseTabContent detail={detail} tab={current} />
          </>
        )}
      </DataState>
    </div>
  );
}
