/** A canvas as wide as its place, drawn at most once a frame, that the wheel turns something in. */

import { useEffect, useRef } from 'preact/hooks';
import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';

interface Drawn {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** In CSS pixels; 0 until it is known. */
  readonly width: ReadonlySignal<number>;
}

interface Drawing {
  readonly heightFor: (width: number) => number;
  /** In pixels of CSS. */
  readonly draw: (context: CanvasRenderingContext2D, width: number) => void;
  /** Without it the page scrolls. */
  readonly onWheel?: (event: WheelEvent) => void;
}

/** Drawn anew whenever the component is rendered. */
export function useDrawn(drawing: Drawing): Drawn {
  const canvas = useRef<HTMLCanvasElement>(null);
  const newest = useRef(drawing);
  newest.current = drawing;
  const width = useSignal(0);
  const wide = width.value;

  useEffect(() => {
    const observer = new ResizeObserver(([place]) => {
      width.value = Math.floor(place?.contentRect.width ?? 0);
    });
    const turn = (event: WheelEvent) => {
      const { onWheel } = newest.current;
      if (onWheel === undefined) return;
      event.preventDefault();
      onWheel(event);
    };
    if (canvas.current !== null) observer.observe(canvas.current);
    canvas.current?.addEventListener('wheel', turn, { passive: false }); // as an attribute it would be passive
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d');
      if (canvas.current === null || context == null || wide <= 0) return;
      const height = drawing.heightFor(wide);
      const [across, down] = [wide * devicePixelRatio, height * devicePixelRatio];
      if (canvas.current.width !== across) canvas.current.width = across;
      if (canvas.current.height !== down) canvas.current.height = down;
      canvas.current.style.height = `${height}px`;
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      drawing.draw(context, wide);
    });
    return () => cancelAnimationFrame(frame);
  });

  return { canvas, width };
}
