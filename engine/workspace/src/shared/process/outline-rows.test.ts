import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { outlineRows } from './outline-rows.ts';

const workflow = {
  elementNames: { Start: 'Sesizare', Assess: 'Evaluare', Close: 'Închidere', Gateway: 'Risc?' },
  stages: [
    { key: 'a', title: 'Înregistrare', elements: ['Start'] },
    { key: 'b', title: 'Lucru', elements: ['Assess', 'Close', 'Unnamed'] },
  ],
} as unknown as WorkflowDetail;

const instance = (more: Partial<ProcessInstanceDetail>) =>
  ({ activeElements: [], completedElements: [], incidents: [], ...more }) as unknown as ProcessInstanceDetail;

describe('the outline of a process', () => {
  it('tells of each named step where the case stands', () => {
    // when
    const rows = outlineRows(
      workflow,
      instance({ activeElements: ['Assess'], completedElements: ['Start', 'Gateway'] }),
    );
    // then
    expect(rows.map((row) => [row.name, row.state])).toEqual([
      ['Sesizare', 'completed'],
      ['Evaluare', 'active'],
      ['Închidere', 'ahead'],
      ['Risc?', 'completed'],
    ]);
  });

  it('puts an open incident before everything else', () => {
    // given
    const incidents = [{ elementId: 'Assess' }] as ProcessInstanceDetail['incidents'];
    // then
    expect(outlineRows(workflow, instance({ activeElements: ['Assess'], incidents }))[1]?.state).toBe('incident');
  });
});
