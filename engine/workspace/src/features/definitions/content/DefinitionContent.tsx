import type { CalendarFile } from '@esocial/contracts/generated/calendar.ts';
import type { ClassifierFile } from '@esocial/contracts/generated/classifier.ts';
import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { OrganisationFile } from '@esocial/contracts/generated/organisation.ts';
import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import type { RetentionFile } from '@esocial/contracts/generated/retention.ts';
import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import type { DefinitionKind } from '../kinds.ts';
import type { DefinitionVersion } from '../version-in-force.ts';
import { CalendarContent } from './CalendarContent.tsx';
import { ClassifierContent } from './ClassifierContent.tsx';
import { DeadlineRuleContent } from './DeadlineRuleContent.tsx';
import { FormContent } from './FormContent.tsx';
import { OrganisationContent } from './OrganisationContent.tsx';
import { ParameterContent } from './ParameterContent.tsx';
import { RetentionContent } from './RetentionContent.tsx';
import { RoleContent } from './RoleContent.tsx';
import { WorkflowContent } from './WorkflowContent.tsx';

interface DefinitionContentProps {
  kind: DefinitionKind;
  definitionKey: string;
  version: DefinitionVersion;
}

/** What a version says, drawn by its kind. */
export function DefinitionContent({ kind, definitionKey, version }: DefinitionContentProps) {
  const { versionId, content } = version;
  if (kind === 'form') return <FormContent formKey={definitionKey} versionId={versionId} />;
  if (kind === 'workflow') return <WorkflowContent workflowKey={definitionKey} versionId={versionId} />;
  if (!content) return null;
  switch (kind) {
    case 'deadline-rule':
      return <DeadlineRuleContent file={content as unknown as DeadlineRuleFile} />;
    case 'parameter':
      return <ParameterContent file={content as unknown as ParameterFile} />;
    case 'classifier':
      return <ClassifierContent file={content as unknown as ClassifierFile} versionId={versionId} />;
    case 'role':
      return <RoleContent file={content as unknown as RoleFile} />;
    case 'calendar':
      return <CalendarContent file={content as unknown as CalendarFile} />;
    case 'retention':
      return <RetentionContent file={content as unknown as RetentionFile} />;
    case 'organisation':
      return <OrganisationContent file={content as unknown as OrganisationFile} />;
  }
}
