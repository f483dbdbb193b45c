// Patterns for what is not a color, and for colors that need one more difference: they differ without any hue.
const made = new Map();

export function hatch(context, kind, side, ink) {
  const step = Math.max(4, Math.round(side / 9));
  const key = `${kind} ${step} ${ink}`;
  if (!made.has(key)) made.set(key, context.createPattern(tile(kind, step, ink), 'repeat'));
  return made.get(key);
}

function tile(kind, step, ink) {
  const canvas = new OffscreenCanvas(step, step);
  const context = canvas.getContext('2d');
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = step * 0.22;
  context.beginPath();
  if (kind === 'error' || kind === 'stripes') {
    for (const shift of [-step, 0, step]) {
      context.moveTo(shift - 1, step + 1);
      context.lineTo(shift + step + 1, -1);
    }
  } else if (kind === 'refused' || kind === 'bars' || kind === 'grid') {
    context.moveTo(0, step / 2);
    context.lineTo(step, step / 2);
    if (kind === 'grid') {
      context.moveTo(step / 2, 0);
      context.lineTo(step / 2, step);
    }
  } else if (kind === 'garbage') {
    context.rect(0, 0, step / 2, step / 2);
    context.rect(step / 2, step / 2, step / 2, step / 2);
    context.globalAlpha = 0.6;
    context.fill();
    return canvas;
  } else {
    context.arc(step / 2, step / 2, step * 0.16, 0, 7);
    context.fill();
    return canvas;
  }
  context.stroke();
  return canvas;
}
