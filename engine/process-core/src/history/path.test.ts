import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../testing/build-story.ts';
import { findTakenPath } from './path.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../features', name), 'utf8');

describe('the path of an instance', () => {
  it('tells flows taken, elements active, completed and terminated, and open incidents', async () => {
    // given
    const story = await buildStory(read('sub-process.bpmn'));
    story.advanceTime('PT1H');

    // when
    const taken = findTakenPath(story.simulation.log.map((entry) => entry.effect));

    // then
    expect([...taken.takenFlows]).toEqual(['Start_Inner', 'InnerStart_InnerTask', 'Late_LateEnd']);
    expect([...taken.terminatedElements]).toEqual(['InnerTask', 'Inner']);
    expect([...taken.completedElements]).toEqual(['Start', 'InnerStart', 'Late', 'LateEnd']);
    expect([...taken.activeElements]).toEqual([]);
  });

  it('keeps an incident until it is resolved', async () => {
    // given
    const story = await buildStory(read('receive-task.bpmn'));
    const effects = () => story.simulation.log.map((entry) => entry.effect);
    expect([...findTakenPath(effects()).incidentElements]).toEqual(['Wait']);

    // when
    story.setVariables({ caseId: 'c' });
    story.resolveIncident('Wait');

    // then
    expect([...findTakenPath(effects()).incidentElements]).toEqual([]);
    expect([...findTakenPath(effects()).activeElements]).toEqual(['Wait']);
  });
});
