import { render } from '@testing-library/react';
import { useLeaveGuard } from './useLeaveGuard.ts';

function Page({ unsaved }: { unsaved: boolean }) {
  useLeaveGuard(unsaved);
  return null;
}

describe('leaving what is typed and not saved', () => {
  const asked: string[] = [];
  let answer = false;

  beforeEach(() => {
    asked.splice(0);
    answer = false;
    window.confirm = (question) => {
      asked.push(question ?? '');
      return answer;
    };
    window.history.replaceState(null, '', '/records/1/correction');
  });

  it('is asked about, and not done when it is not meant', () => {
    // given
    render(<Page unsaved />);
    // when
    window.history.pushState(null, '', '/tasks');
    // then
    expect(asked).toHaveLength(1);
    expect(window.location.pathname).toBe('/records/1/correction');
    // when
    answer = true;
    window.history.pushState(null, '', '/tasks');
    // then
    expect(window.location.pathname).toBe('/tasks');
  });

  it('by the back button stays on the page, unheard by the router', () => {
    // given
    const heard: string[] = [];
    const router = () => heard.push(window.location.pathname);
    window.addEventListener('popstate', router);
    render(<Page unsaved />);
    // when
    window.history.replaceState(null, '', '/tasks');
    window.dispatchEvent(new PopStateEvent('popstate'));
    // then
    expect([asked.length, heard, window.location.pathname]).toEqual([1, [], '/records/1/correction']);
    window.removeEventListener('popstate', router);
  });

  it('goes without a question once it is saved, and when the page is gone', () => {
    // given
    const { rerender, unmount } = render(<Page unsaved />);
    // when
    rerender(<Page unsaved={false} />);
    window.history.pushState(null, '', '/tasks');
    rerender(<Page unsaved />);
    unmount();
    window.history.pushState(null, '', '/cases');
    // then
    expect([asked, window.location.pathname]).toEqual([[], '/cases']);
  });
});
