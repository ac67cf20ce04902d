import { countBadge } from './count-badge.ts';
import type { DiagramMark, DiagramPicture } from './diagram-picture.ts';

export interface DiagramCanvas {
  addMarker: (id: string, marker: string) => void;
  removeMarker: (id: string, marker: string) => void;
}

interface Overlay {
  position: { top: number; right: number };
  html: HTMLElement;
  scale: { min: number };
}

export interface DiagramOverlays {
  add: (id: string, type: string, overlay: Overlay) => unknown;
  remove: (filter: { type: string }) => void;
}

interface Drawing {
  canvas: DiagramCanvas;
  overlays: DiagramOverlays;
  isKnown: (id: string) => boolean;
}

const badgeType = 'es-count';

/** At the upper right corner; numbers stay readable when the diagram is small. */
const place = { position: { top: -14, right: 18 }, scale: { min: 0.8 } };

/**
 * Draws a picture upon the diagram in place of the one before, which it needs for taking its marks away.
 * Elements that the diagram lacks are passed over. Gives the marks that were drawn.
 */
export function drawPicture(drawing: Drawing, picture: DiagramPicture, before: readonly DiagramMark[]): DiagramMark[] {
  const { canvas, overlays, isKnown } = drawing;
  for (const { elementId, marker } of before) canvas.removeMarker(elementId, marker);
  const marks = picture.marks.filter(({ elementId }) => isKnown(elementId));
  for (const { elementId, marker } of marks) canvas.addMarker(elementId, marker);
  overlays.remove({ type: badgeType });
  for (const count of picture.counts.filter(({ elementId }) => isKnown(elementId))) {
    overlays.add(count.elementId, badgeType, { ...place, html: countBadge(count) });
  }
  return marks;
}
