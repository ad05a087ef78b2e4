/** A canvas as wide as its place, drawn at most once a frame. */

import { useEffect, useRef } from 'preact/hooks';
import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';

interface Drawn {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** In CSS pixels; 0 until it is known. */
  readonly width: ReadonlySignal<number>;
}

type Draw = (context: CanvasRenderingContext2D, width: number) => void;

/** `draw` is called with the newest of itself, in pixels of CSS, whenever the component is rendered. */
export function useDrawn(heightFor: (width: number) => number, draw: Draw): Drawn {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useSignal(0);
  const wide = width.value;

  useEffect(() => {
    const observer = new ResizeObserver(([place]) => {
      width.value = Math.floor(place?.contentRect.width ?? 0);
    });
    if (canvas.current !== null) observer.observe(canvas.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d');
      if (canvas.current === null || context == null || wide <= 0) return;
      const scale = devicePixelRatio;
      const [across, down] = [wide * scale, heightFor(wide) * scale];
      if (canvas.current.width !== across) canvas.current.width = across;
      if (canvas.current.height !== down) canvas.current.height = down;
      canvas.current.style.height = `${heightFor(wide)}px`;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      draw(context, wide);
    });
    return () => cancelAnimationFrame(frame);
  });

  return { canvas, width };
}
