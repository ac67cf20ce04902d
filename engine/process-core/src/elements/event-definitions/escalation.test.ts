import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('escalation.bpmn');

describe('an escalation', () => {
  it('is caught beside the work that goes on, by its code or else by any', async () => {
    // when
    const story = await buildStory(bpmn, { variables: { chosen: 'OTHER' } });

    // then
    expect(story.path()).toContain('IsLate');
    expect(story.tasks().sort()).toEqual(['Hurry', 'Read', 'TakeNote']);
  });

  it('ends what threw it when the boundary event interrupts', async () => {
    // given
    const story = await buildStory(bpmn, { variables: { chosen: 'OTHER' } });

    // when
    story.complete('Read');

    // then
    expect(story.path()).toContain('Stopped');
    expect(story.path()).not.toContain('End');
    const ended = story.simulation.log.flatMap(({ effect }) =>
      effect.type === 'elementChanged' && effect.transition === 'terminated' ? [effect.elementId] : [],
    );
    expect(ended).toEqual(['GiveUp', 'Examine']);
    story.complete('Hurry');
    story.complete('TakeNote');
    expect(story.status()).toBe('completed');
  });

  it('is lost when nobody catches it: the thrower goes on', async () => {
    // given
    const bare = bpmn.replace(/<bpmn:subProcess id="Notice"[^]*?<\/bpmn:subProcess>/, '');

    // when
    const story = await buildStory(bare, { variables: { chosen: 'OTHER' } });

    // then
    expect(story.tasks().sort()).toEqual(['Hurry', 'Read']);
    expect(story.incidents()).toEqual([]);
  });

  it('may compute its code; a code that is no text is an incident', async () => {
    // given
    const story = await buildStory(bpmn, { variables: { chosen: null } });
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at TellChosen']);

    // when
    story.setVariables({ chosen: 'LATE' });
    story.resolveIncident('TellChosen');

    // then
    expect(story.tasks().sort()).toEqual(['Hurry', 'Hurry', 'Read']);
  });
});
