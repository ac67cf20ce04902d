import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Combobox } from './Combobox.tsx';

const options = ['Ana', 'Ion', 'Eva'].map((label) => ({ key: label.toLowerCase(), label }));

function Example({ log, readOnly = false }: { log: string[]; readOnly?: boolean }) {
  const [query, setQuery] = useState('');
  return (
    <Combobox
      id="who"
      label="Cine"
      query={query}
      options={options}
      invalid={false}
      readOnly={readOnly}
      describedBy={undefined}
      status="3 rezultate"
      onQuery={setQuery}
      onChoose={(key) => log.push(`choose ${key}`)}
      onClose={() => log.push('close')}
    />
  );
}

const input = () => screen.getByRole('combobox');
const active = () => input().getAttribute('aria-activedescendant');
const key = (name: string, more = {}) => fireEvent.keyDown(input(), { key: name, ...more });

describe('the combobox', () => {
  it('is walked with the arrows, round at both ends, and chosen with Enter', () => {
    // given
    const log: string[] = [];
    render(<Example log={log} />);
    // when
    key('ArrowDown');
    key('ArrowDown');
    expect(active()).toBe('who-option-1');
    key('ArrowUp');
    key('ArrowUp');
    expect(active()).toBe('who-option-2');
    key('ArrowDown');
    expect(active()).toBe('who-option-0');
    key('Enter');
    // then
    expect(log).toEqual(['choose ana']);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('begins at the end with the arrow up', () => {
    render(<Example log={[]} />);
    key('ArrowUp');
    expect(active()).toBe('who-option-2');
  });

  it('closes with Escape, which goes no further, and when the focus leaves', () => {
    // given
    const log: string[] = [];
    const outside: string[] = [];
    render(
      <div onKeyDown={(event) => outside.push(event.key)}>
        <Example log={log} />
      </div>,
    );
    fireEvent.click(input());
    // when
    key('Escape');
    // then
    expect(log).toEqual(['close']);
    expect(outside).toEqual([]);
    // and
    fireEvent.click(input());
    fireEvent.blur(input());
    expect(log).toEqual(['close', 'close']);
  });

  it('lets Ctrl+Enter through, for the form', () => {
    const log: string[] = [];
    render(<Example log={log} />);
    key('ArrowDown');
    key('Enter', { ctrlKey: true });
    expect(log).toEqual([]);
  });

  it('says how many there are while it is open', () => {
    render(<Example log={[]} />);
    expect(screen.getByRole('status').textContent).toBe('');
    fireEvent.change(input(), { target: { value: 'a' } });
    expect(screen.getByRole('status').textContent).toBe('3 rezultate');
  });

  it('does not open when it is read-only', () => {
    render(<Example log={[]} readOnly />);
    fireEvent.click(input());
    key('ArrowDown');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
