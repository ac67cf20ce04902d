import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { Skeleton } from '@esocial/ui/components/Skeleton.tsx';
import { lazy, Suspense } from 'react';
import type { CaseTab } from './case-tabs.ts';
import { CaseDeadlines } from './CaseDeadlines.tsx';
import { CaseDocumentList } from './CaseDocumentList.tsx';
import { CaseNoteList } from './CaseNoteList.tsx';
import { CaseOverview } from './CaseOverview.tsx';
import { CasePersons } from './CasePersons.tsx';
import { CaseRecords } from './CaseRecords.tsx';
import { CaseTimelineView } from './CaseTimelineView.tsx';

// The diagram's libraries are large and loaded by those who look at it.
const CaseProcess = lazy(async () => ({ default: (await import('./CaseProcess.tsx')).CaseProcess }));

/** The view of the case that the address names. */
export function CaseTabContent({ detail, tab }: { detail: CaseDetail; tab: CaseTab }) {
  switch (tab) {
    case 'overview':
      return <CaseOverview detail={detail} />;
    case 'timeline':
      return <CaseTimelineView detail={detail} />;
    case 'records':
      return <CaseRecords caseId={detail.id} />;
    case 'documents':
      return <CaseDocumentList caseId={detail.id} />;
    case 'persons':
      return <CasePersons persons={detail.persons} />;
    case 'deadlines':
      return <CaseDeadlines caseId={detail.id} />;
    case 'notes':
      return <CaseNoteList caseId={detail.id} mayAdd={detail.permissions.addNote} />;
    case 'process':
      return (
        <Suspense fallback={<Skeleton rows={6} />}>
          <CaseProcess detail={detail} />
        </Suspense>
      );
  }
}
