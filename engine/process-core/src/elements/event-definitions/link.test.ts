import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBpmn } from '../../model/parse-bpmn.ts';
import { findModelFaults } from '../../model/validate-model.ts';
import { buildStory } from '../../testing/build-story.ts';

const bpmn = readFileSync(path.join(__dirname, '../../features/link-event.bpmn'), 'utf8');

describe('a link', () => {
  it('goes on at the catch event of its name; an inclusive join waits for tokens that come over it', async () => {
    // given
    const story = await buildStory(bpmn, { variables: { long: true } });
    expect(story.path()).not.toContain('End');

    // when
    story.complete('Long');

    // then
    expect(story.path().slice(-5)).toEqual(['Long', 'ToPageTwo', 'PageTwo', 'Join', 'End']);
    expect(story.status()).toBe('completed');
  });

  it('must lead somewhere, once, and have no flow instead', async () => {
    // given
    const broken = bpmn.replace('id="PageTwo">\n      <bpmn:linkEventDefinition name="page two"', (text) =>
      text.replace('page two', 'page three'),
    );

    // when
    const faults = (await parseBpmn(broken)).flatMap((model) => findModelFaults(model));

    // then
    expect(faults.map(({ rule, elementId }) => `${rule} at ${elementId}`)).toEqual([
      'link-target at ToPageTwo',
      'unreachable at PageTwo',
    ]);
  });
});
