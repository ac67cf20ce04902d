import { fireEvent, screen } from '@testing-library/react';
import { renderUi } from '../testing/render-ui.tsx';
import { useDisplay } from './DisplayContext.ts';

function Choices() {
  const { settings, change } = useDisplay();
  return (
    <>
      <output>{`${settings.colorScheme}, ${settings.density}`}</output>
      <button type="button" onClick={() => change({ colorScheme: 'dark' })}>
        Întunecată
      </button>
      <button type="button" onClick={() => change({ density: 'compact' })}>
        Compactă
      </button>
    </>
  );
}

const scheme = () => document.documentElement.getAttribute('data-mantine-color-scheme');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('how the product is shown', () => {
  beforeEach(() => localStorage.clear());

  it('is light and roomy until somebody wants it otherwise', async () => {
    await renderUi(<Choices />);
    expect(scheme()).toBe('light');
    expect(document.documentElement.dataset['density']).toBe('comfortable');
  });

  it('changes at once, one choice without the other', async () => {
    // given
    await renderUi(<Choices />);
    // when
    press('Întunecată');
    press('Compactă');
    // then
    expect(scheme()).toBe('dark');
    expect(document.documentElement.dataset['density']).toBe('compact');
    expect(screen.getByRole('status').textContent).toBe('dark, compact');
  });

  it('is the same the next time', async () => {
    // given
    const first = await renderUi(<Choices />);
    press('Întunecată');
    first.unmount();
    // when
    await renderUi(<Choices />);
    // then
    expect(screen.getByRole('status').textContent).toBe('dark, comfortable');
    expect(scheme()).toBe('dark');
  });

  it('still changes where nothing may be kept', async () => {
    // given
    const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await renderUi(<Choices />);
    // when
    press('Întunecată');
    // then
    expect(scheme()).toBe('dark');
    expect(warnings).toHaveBeenCalled();
    full.mockRestore();
    warnings.mockRestore();
  });
});
