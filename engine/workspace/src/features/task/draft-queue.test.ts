import type { FormChanges } from '@esocial/ui/forms/runtime-types.ts';
import { DraftQueue, type DraftState, type SavedDraft } from './draft-queue.ts';

const saved = (version: number, data: SavedDraft['data']): SavedDraft => ({
  version,
  data,
  updatedAt: '2026-03-12T08:00:00Z',
});

function buildQueue(save: (base: number, changes: FormChanges) => Promise<SavedDraft>) {
  const states: DraftState[] = [];
  const merged: FormChanges[] = [];
  const queue = new DraftQueue({
    base: 0,
    data: {},
    savedAt: undefined,
    save,
    onMerge: (changes) => merged.push(changes),
    onState: (state) => states.push(state),
    retryMilliseconds: 5,
  });
  return { queue, states, merged };
}

describe('saving of a draft', () => {
  it('sends what was typed and goes on from the version that was saved', async () => {
    // given
    const bases: number[] = [];
    const { queue, states } = buildQueue((base) => {
      bases.push(base);
      return Promise.resolve(saved(base + 1, {}));
    });
    // when
    queue.push({ '/a': 1 });
    await queue.drain();
    queue.push({ '/b': 2 });
    await queue.drain();
    // then
    expect(bases).toEqual([0, 1]);
    expect(states.at(-1)?.status).toBe('saved');
  });

  it('gathers what is typed while a save is under way', async () => {
    // given
    const sent: FormChanges[] = [];
    const { queue } = buildQueue(async (base, changes) => {
      sent.push(changes);
      return saved(base + 1, {});
    });
    // when
    queue.push({ '/a': 1 });
    queue.push({ '/a': 2 });
    queue.push({ '/b': 3 });
    await queue.drain();
    // then
    expect(sent).toEqual([{ '/a': 1 }, { '/a': 2, '/b': 3 }]);
  });

  it('keeps what could not be saved and tries again', async () => {
    // given
    let tries = 0;
    const { queue, states } = buildQueue((base) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(saved(base + 1, {}));
    });
    // when
    queue.push({ '/a': 1 });
    await queue.drain();
    expect(states.at(-1)?.status).toBe('waiting');
    await new Promise((resolve) => setTimeout(resolve, 20));
    // then
    expect(states.at(-1)?.status).toBe('saved');
  });

  it('hands over what somebody else saved, and never touches what was typed here', async () => {
    // given
    const { queue, merged } = buildQueue(() => Promise.resolve(saved(4, { mine: 'x', theirs: 'y' })));
    // when
    queue.push({ '/mine': 'x' });
    await queue.drain();
    // then
    expect(merged).toEqual([{ '/theirs': 'y' }]);
  });

  it('shows the value of whoever was faster with the same field', async () => {
    // given
    const { queue, merged, states } = buildQueue(() =>
      Promise.resolve({ ...saved(4, { name: 'theirs' }), conflicts: ['/name'] }),
    );
    // when
    queue.push({ '/name': 'mine' });
    await queue.drain();
    // then
    expect(merged).toEqual([{ '/name': 'theirs' }]);
    expect(states.at(-1)?.conflicts).toEqual(['/name']);
  });
});
