import type { NotificationItem } from '@esocial/contracts/generated/api-notifications-list.ts';
import { notificationPhrase } from './notification-text.ts';

const item = (kind: string, params: object) => ({ kind, params }) as NotificationItem;

describe('the text of a notice', () => {
  it('is chosen by its kind and names what it is about', () => {
    expect(notificationPhrase(item('deadline.breached', { name: 'Evaluare' }), 'ro')).toEqual({
      key: 'kind.deadline_breached',
      values: { name: 'Evaluare', count: 1 },
    });
  });

  it('takes the language of the reader, else Romanian', () => {
    // given
    const notice = item('x', { rule: { ro: 'Termen', en: 'Deadline' } });
    // then
    expect(notificationPhrase(notice, 'en').values.name).toBe('Deadline');
    expect(notificationPhrase(notice, 'ru').values.name).toBe('Termen');
  });

  it('counts what is counted', () => {
    expect(notificationPhrase(item('task.reassigned', { count: 4 }), 'ro').values.count).toBe(4);
  });
});
