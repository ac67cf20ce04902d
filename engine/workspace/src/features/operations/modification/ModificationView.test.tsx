import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { fireEvent, screen, within } from '@testing-library/react';
import { buildProcessInstanceView, buildWorkflowDetail } from '../../../testing/build-process-instance.ts';
import { fakeServer } from '../../../testing/fake-server.ts';
import { findViolations } from '../../../testing/find-violations.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { OperationsPage } from '../OperationsPage.tsx';

async function open(overrides: Partial<ProcessInstanceView> = {}) {
  const server = fakeServer({
    'GET /process-instances/instance-1': buildProcessInstanceView(overrides),
    'GET /workflows/lending': buildWorkflowDetail(),
    'POST /process-instances/instance-1/modifications': buildProcessInstanceView({ version: 8 }),
  });
  const page = await renderPage(<OperationsPage />, { path: '/operations?instance=instance-1&tab=modify' });
  await screen.findByRole('heading', { name: 'Modificarea instanței' });
  return { server, page };
}

function begin(label: string) {
  const select = screen.getByLabelText('Pas din procedură');
  const option = within(select).getByRole<HTMLOptionElement>('option', { name: label });
  fireEvent.change(select, { target: { value: option.value } });
  fireEvent.click(screen.getByRole('button', { name: 'Adaugă pasul' }));
}

function confirm(reason: string) {
  fireEvent.click(screen.getByRole('button', { name: 'Continuă spre confirmare' }));
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Motivul'), { target: { value: reason } });
  return dialog;
}

describe('modifying a process instance', () => {
  it('cancels one step and begins another, said in sentences first', async () => {
    // given
    const { server, page } = await open();
    expect(screen.getByRole('button', { name: 'Continuă spre confirmare' }).hasAttribute('disabled')).toBe(true);
    // when
    fireEvent.click(screen.getByLabelText('Înștiințează managerul (acțiune automată)'));
    begin('Primul pas (sarcină)');
    fireEvent.click(screen.getByRole('button', { name: 'Adaugă o variabilă' }));
    fireEvent.change(screen.getByLabelText('Numele'), { target: { value: 'again' } });
    fireEvent.change(screen.getByLabelText('Felul valorii'), { target: { value: 'yes' } });
    expect(await findViolations(page.container)).toEqual([]);
    const dialog = confirm('pas greșit');
    // then
    expect(dialog.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'se setează variabilele again',
      'începe „Primul pas”',
      'se întrerupe „Înștiințează managerul”',
    ]);
    fireEvent.click(dialog.getByRole('button', { name: 'Modifică instanța' }));
    expect(await screen.findByText('Instanța a fost modificată.')).toBeDefined();
    expect(server.calls.find((call) => call.method === 'POST')?.body).toEqual({
      activate: [{ elementId: 'Task_First', variables: [{ variables: { again: true } }] }],
      terminate: ['element-1'],
      reason: 'pas greșit',
    });
    expect(page.history.at(-1)).toBe('/operations?instance=instance-1');
  });

  it('warns that nothing is left', async () => {
    // given
    await open();
    // when
    fireEvent.click(screen.getByLabelText('Înștiințează managerul (acțiune automată)'));
    // then
    expect(confirm('gata').getByText(/procesul se încheie definitiv/)).toBeDefined();
  });

  it('takes a step back that was to begin', async () => {
    // given
    await open();
    begin('Primul pas (sarcină)');
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Renunță la începerea pasului „Primul pas”' }));
    // then
    expect(screen.getByRole('button', { name: 'Continuă spre confirmare' }).hasAttribute('disabled')).toBe(true);
  });

  it('asks in which of several scopes a step begins', async () => {
    // given
    const [root, element] = buildProcessInstanceView().elements;
    await open({ elements: [root!, { ...root!, elementInstanceId: 'other', parentId: 'instance-1' }, element!] });
    // when
    begin('Primul pas (sarcină)');
    const next = screen.getByRole('button', { name: 'Continuă spre confirmare' });
    expect(next.hasAttribute('disabled')).toBe(true);
    fireEvent.change(screen.getByLabelText('În care subproces începe „Primul pas”'), { target: { value: 'other' } });
    // then
    expect(next.hasAttribute('disabled')).toBe(false);
  });
});
