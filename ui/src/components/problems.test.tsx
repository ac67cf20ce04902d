import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { findViolations, renderUi } from '../testing/render-ui.tsx';
import { CopyButton } from './CopyButton.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { ProblemLike } from './problem.ts';
import { ProblemMessage } from './ProblemMessage.tsx';

const failure = (problem: ProblemLike) => Object.assign(new Error(problem.code), { problem });
const alertText = () => screen.getByRole('alert').textContent;

describe('a problem', () => {
  it.each([
    [403, 'Nu aveți acces la această pagină', 'adresați-vă șefului direct'],
    [404, 'Nu am găsit ceea ce căutați', 'adresa să fie greșită'],
    [412, 'Între timp, altcineva a modificat datele', 'Reîncărcați pagina'],
    [429, 'Serverul este foarte solicitat', 'Datele introduse sunt păstrate'],
    [500, 'Nu am putut încărca datele', 'Nimic nu s-a pierdut'],
  ])('of status %i says what happened and what to do', async (status, title, advice) => {
    // when
    await renderUi(<ProblemMessage error={failure({ status, code: 'x' })} />);
    // then
    expect(alertText()).toContain(title);
    expect(alertText()).toContain(advice);
  });

  it('uses the words of the server where they say more', async () => {
    await renderUi(
      <ProblemMessage
        error={failure({ status: 409, code: 'x', detail: 'Cazul este închis; redeschideți-l întâi.' })}
      />,
    );
    expect(alertText()).toContain('Cazul este închis; redeschideți-l întâi.');
  });

  it('never shows what went wrong inside of the server', async () => {
    await renderUi(
      <ProblemMessage error={failure({ status: 500, code: 'x', detail: 'relation "tasks" is missing' })} />,
    );
    expect(alertText()).not.toContain('relation');
  });

  it('without any answer is a matter of the connection', async () => {
    await renderUi(<ProblemMessage error={new TypeError('Failed to fetch')} />);
    expect(alertText()).toContain('Nu există legătură cu serverul');
    expect(screen.queryByText(/Număr de referință/)).toBeNull();
  });

  it('has a number to copy for whoever helps, and can be tried again', async () => {
    // given
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    let tries = 0;
    const error = failure({ status: 500, code: 'internal_error', traceId: 'abc-1' });
    const { container } = await renderUi(<ProblemMessage error={error} onRetry={() => (tries += 1)} />);
    expect(await findViolations(container)).toEqual([]);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Copiază numărul' }));
    // then
    expect(await screen.findByRole('button', { name: 'Copiat' })).toBeTruthy();
    expect(copied).toEqual(['abc-1']);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Încearcă din nou' }));
    // then
    expect(tries).toBe(1);
  });
});

describe('the button that copies', () => {
  it('does not claim to have copied what the browser refused', async () => {
    // given
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
    });
    await renderUi(<CopyButton text="abc-1" />);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Copiază numărul' }));
    // then
    expect(await screen.findByText(/Nu s-a putut copia; selectați numărul/)).toBeTruthy();
  });
});

describe('a part that fails', () => {
  let broken = true;
  function Fragile() {
    if (broken) throw new Error('broken');
    return <p>partea fragilă</p>;
  }
  function Page() {
    const [path, setPath] = useState('/a');
    return (
      <>
        <button type="button" onClick={() => setPath('/b')}>
          Altă pagină
        </button>
        <ErrorBoundary resetKey={path}>
          <Fragile />
        </ErrorBoundary>
      </>
    );
  }
  const silent = () => undefined;

  beforeEach(() => {
    broken = true;
    jest.spyOn(console, 'error').mockImplementation(silent);
  });
  afterEach(() => jest.restoreAllMocks());

  it('leaves the rest of the page standing, and can be tried again', async () => {
    // given
    const { container } = await renderUi(<Page />);
    expect(alertText()).toContain('A apărut o eroare în această parte a paginii');
    expect(screen.getByRole('button', { name: 'Altă pagină' })).toBeTruthy();
    expect(await findViolations(container)).toEqual([]);
    // when
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Încearcă din nou' }));
    // then
    expect(screen.getByText('partea fragilă')).toBeTruthy();
  });

  it('is forgotten on another page', async () => {
    // given
    await renderUi(<Page />);
    // when
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Altă pagină' }));
    // then
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('partea fragilă')).toBeTruthy();
  });
});

describe('an empty view', () => {
  it('says what will be here and offers the next step', async () => {
    // when
    const { container } = await renderUi(
      <EmptyState title="Nu sunt note" action={<a href="/notes">Adaugă prima notă</a>}>
        Notele sunt vizibile colegilor.
      </EmptyState>,
    );
    // then
    expect(screen.getByText('Notele sunt vizibile colegilor.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Adaugă prima notă' })).toBeTruthy();
    expect(await findViolations(container)).toEqual([]);
  });
});
