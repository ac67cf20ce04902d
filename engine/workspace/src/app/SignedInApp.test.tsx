import { fireEvent, screen, waitFor } from '@testing-library/react';
import { buildSession } from '../testing/build-session.ts';
import { fakeServer } from '../testing/fake-server.ts';
import { findViolations } from '../testing/find-violations.ts';
import { renderPage } from '../testing/render-page.tsx';
import { SignedInApp } from './SignedInApp.tsx';

const session = buildSession({ actions: ['task.list', 'case.read', 'person.search'] });

describe('the product for somebody who is signed in', () => {
  beforeEach(() => fakeServer({ 'GET /notifications': { items: [], unread: 0, nextCursor: null } }));

  it('has a way past the navigation and marks where one is', async () => {
    // when
    const page = await renderPage(<SignedInApp onLanguage={() => undefined} />, { path: '/settings', session });
    await screen.findByRole('heading', { level: 1 });
    // then
    expect(screen.getByText('Sari la conținut').getAttribute('href')).toBe('#content');
    expect(screen.getAllByRole('navigation')).toHaveLength(1);
    expect(screen.getByText('Mediu de probă: datele sunt fictive.')).toBeTruthy();
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('goes places by two keys, and lists all keys', async () => {
    // given
    const page = await renderPage(<SignedInApp onLanguage={() => undefined} />, { path: '/settings', session });
    // when
    fireEvent.keyDown(document, { key: '?' });
    expect(await screen.findByText('Mergi la: Persoane')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Închide' }));
    fireEvent.keyDown(document, { key: 'g' });
    fireEvent.keyDown(document, { key: 'p' });
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/persons'));
  });

  it('finds pages by a few letters without diacritics', async () => {
    // given
    const page = await renderPage(<SignedInApp onLanguage={() => undefined} />, { path: '/settings', session });
    fireEvent.keyDown(document, { key: 'k', ctrlKey: true });
    // when
    const box = await screen.findByRole('combobox');
    fireEvent.change(box, { target: { value: 'caz' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/cases'));
  });

  it('offers the three languages', async () => {
    // given
    const chosen: string[] = [];
    await renderPage(<SignedInApp onLanguage={(language) => chosen.push(language)} />, { path: '/settings', session });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Limba: Română' }));
    fireEvent.click(screen.getByRole('button', { name: 'Русский' }));
    // then
    expect(chosen).toEqual(['ru']);
  });
});
