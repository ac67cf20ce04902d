import type { DiagramPicture } from './diagram-picture.ts';
import { drawPicture } from './draw-picture.ts';

function buildDrawing() {
  const done: string[] = [];
  return {
    done,
    drawing: {
      canvas: {
        addMarker: (id: string, marker: string) => void done.push(`+ ${id} ${marker}`),
        removeMarker: (id: string, marker: string) => void done.push(`- ${id} ${marker}`),
      },
      overlays: {
        add: (id: string, _type: string, { html }: { html: HTMLElement }) => done.push(`${id}: ${html.textContent}`),
        remove: () => void done.push('no badges'),
      },
      isKnown: (id: string) => id !== 'Gone',
    },
  };
}

const picture: DiagramPicture = {
  marks: [
    { elementId: 'Assess', marker: 'es-step-active' },
    { elementId: 'Gone', marker: 'es-step-active' },
  ],
  counts: [
    { elementId: 'Assess', active: 12, incidents: 2 },
    { elementId: 'Plan', active: 3, incidents: 0 },
    { elementId: 'Gone', active: 1, incidents: 0 },
  ],
};

describe('drawing upon a diagram', () => {
  it('marks and counts the elements that the diagram has', () => {
    // given
    const { drawing, done } = buildDrawing();
    // when
    const marks = drawPicture(drawing, picture, []);
    // then
    expect(done).toEqual(['+ Assess es-step-active', 'no badges', 'Assess: 12! 2', 'Plan: 3']);
    expect(marks).toEqual([{ elementId: 'Assess', marker: 'es-step-active' }]);
  });

  it('takes away the picture before', () => {
    // given
    const { drawing, done } = buildDrawing();
    // when
    drawPicture(drawing, { marks: [], counts: [] }, [{ elementId: 'Plan', marker: 'es-step-chosen' }]);
    // then
    expect(done).toEqual(['- Plan es-step-chosen', 'no badges']);
  });
});
