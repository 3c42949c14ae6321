/** The pictures of a background: the lists of `background-*` put together (CSS Backgrounds 3 §2.1). */
import type { BackgroundLayer, BoxArea } from '../document/style.js';
import type { Values } from './properties.js';

const noLayers: readonly BackgroundLayer[] = [];

/** The pictures, the topmost first. Shorter lists start again; where there is no picture there is no layer. */
export function backgroundLayers(v: Values): readonly BackgroundLayer[] {
  const images = v['background-image'];
  if (images.every((image) => image === 'none')) return noLayers;
  return images.flatMap((image, i): readonly BackgroundLayer[] => {
    const [repeat, position] = [at(v['background-repeat'], i), at(v['background-position'], i)];
    const [size, origin, clip] = [
      at(v['background-size'], i),
      at(v['background-origin'], i),
      at(v['background-clip'], i),
    ];
    if (image === 'none' || !repeat || !position || !size || !origin || !clip) return noLayers;
    const fixed = at(v['background-attachment'], i) === 'fixed';
    return [{ image, repeat, position, size, origin, clip, fixed }];
  });
}

/** The area of the colour: that of the lowest layer, be it a picture or none (2.7). */
export function colorClip(v: Values): BoxArea {
  return at(v['background-clip'], v['background-image'].length - 1) ?? 'border-box';
}

function at<T>(list: readonly T[], i: number): T | undefined {
  return list[i % list.length];
}
