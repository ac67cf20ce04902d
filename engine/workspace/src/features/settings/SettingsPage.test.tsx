import { fireEvent, screen, waitFor } from '@testing-library/react';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { SettingsPage } from './SettingsPage.tsx';

describe('display settings', () => {
  it('take effect at once and are kept', async () => {
    // given
    const page = await renderPage(<SettingsPage />, { path: '/settings' });
    expect(await findViolations(page.container)).toEqual([]);
    // when
    fireEvent.click(screen.getByLabelText('Întunecată'));
    fireEvent.click(screen.getByLabelText('Compactă'));
    // then
    await waitFor(() => expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark'));
    expect(document.documentElement.dataset['density']).toBe('compact');
    expect(localStorage.getItem('esocial-display')).toContain('compact');
  });
});
