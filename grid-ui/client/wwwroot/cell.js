// One cell: a color in the shape of the cluster that sent it, or a failure that looks like no color.
import { hatch } from './hatch.js';
import { drawText, font } from './lettering.js';

const failures = [null, null, 'error', 'timeout', 'refused', 'garbage'];
const dark = '#15171c';
const patterned = [null, 'stripes', 'dots', 'bars', 'grid'];

// Fills the square from 0 to side. `sprites` has the shapes and remembers how texts fit.
export function drawCell(context, sprites, face, side) {
  const [kind, shape, rings, pattern, slow, red, green, blue] = face.bytes;
  const gap = side > 24 ? side * 0.035 : side > 4 ? 0.5 : 0;
  const inner = side - 2 * gap;
  context.save();
  context.translate(side / 2, side / 2);
  if (!kind) {
    context.fillStyle = sprites.empty;
    context.beginPath();
    context.arc(0, 0, Math.max(1, side * 0.05), 0, 7);
    context.fill();
  } else if (failures[kind]) {
    drawFailure(context, sprites, failures[kind], face, inner);
  } else {
    const color = `rgb(${red} ${green} ${blue})`;
    const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) > 0.179;
    const ink = light ? '#000' : '#fff';
    const outline = at(sprites.shapes[shape], inner);
    context.fillStyle = color;
    context.fill(outline);
    if (pattern && side >= 8) {
      context.globalAlpha = 0.5;
      context.fillStyle = hatch(context, patterned[pattern], side, ink);
      context.fill(outline);
      context.globalAlpha = 1;
    }
    if (side >= 5) {
      // Without it, white on white or navy on black would be no cell.
      context.strokeStyle = `rgb(128 128 128 / ${side < 12 ? 0.9 : 0.45})`;
      context.lineWidth = side < 12 ? 0.75 : Math.max(1, side * 0.008);
      context.stroke(outline);
    }
    drawRings(context, sprites.shapes[shape], rings, inner, ink);
    if (slow) drawDashes(context, at(sprites.shapes[shape], inner * 0.93), side, ink, color);
    const room = { width: inner * (0.88 - 0.19 * rings), round: shape === 1, size: inner * 0.19 };
    drawText(context, sprites.fits, face.label, face.small, room, ink, pattern ? color : null);
  }

  context.restore();
}

const linear = channel =>
  channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

// A version above the first shows as a ring inside the outline: one for v2, two for v3.
function drawRings(context, shape, rings, side, ink) {
  context.strokeStyle = ink;
  context.globalAlpha = 0.8;
  context.lineWidth = Math.max(1, side * 0.022);
  for (let ring = 1; ring <= rings && side > 10; ring++) {
    context.stroke(at(shape, side * (1 - 0.095 * ring)));
  }
  context.globalAlpha = 1;
}

function at(shape, side) {
  const path = new Path2D();
  path.addPath(shape, new DOMMatrix([side / 100, 0, 0, side / 100, -side / 2, -side / 2]));
  return path;
}

// Slow: dashes on a line of the other ink, so that they show on every color. Too small for dashes: a notch.
function drawDashes(context, outline, side, ink, color) {
  if (side < 12) {
    context.fillStyle = ink;
    context.fillRect(-side / 2, -side / 2, Math.max(1, side * 0.3), Math.max(1, side * 0.3));
    return;
  }

  context.lineWidth = Math.max(2, side * 0.06);
  context.strokeStyle = color;
  context.stroke(outline);
  context.strokeStyle = ink;
  context.setLineDash([side * 0.12, side * 0.085]);
  context.stroke(outline);
  context.setLineDash([]);
}

// Always on the same dark ground, so that no failure passes for a color, whatever the theme.
function drawFailure(context, sprites, kind, { label, small, bytes }, side) {
  const [, , , , slow, red, green, blue] = bytes;
  context.beginPath();
  context.rect(-side / 2, -side / 2, side, side);
  context.fillStyle = dark;
  context.fill();
  if (side < 12) {
    drawMote(context, kind, side);
    return;
  }

  context.fillStyle = hatch(context, kind, side, '#fff');
  context.globalAlpha = 0.38;
  context.fill();
  context.globalAlpha = 1;
  const frame = Math.max(1, side * 0.026);
  context.strokeStyle = `rgb(${red} ${green} ${blue})`;
  context.lineWidth = frame;
  if (slow) context.setLineDash([side * 0.12, side * 0.085]);
  context.strokeRect(-(side - frame) / 2, -(side - frame) / 2, side - frame, side - frame);
  context.setLineDash([]);
  const legible = side >= 36 * devicePixelRatio;
  if (kind !== 'error') drawSign(context, kind, side * (legible ? 0.17 : 0.3), legible ? -side * 0.15 : 0);
  if (!legible) return;
  const plate = kind === 'error' ? (small ? 0.44 : 0.36) : 0.25;
  context.translate(0, kind === 'error' ? 0 : side * 0.27);
  context.fillStyle = dark;
  const wide = kind === 'error' && !small ? 0.66 : 0.86;
  context.fillRect(-side * wide / 2, -side * plate / 2, side * wide, side * plate);
  const room = { width: side * 0.84, round: false, size: side * (kind === 'error' ? 0.3 : 0.18) };
  drawText(context, sprites.fits, label, small, room, '#fff');
}

// What is left of the signs where a cell has only a few pixels: a slash, a dot, a cross, a checker.
function drawMote(context, kind, side) {
  const half = side / 2;
  context.strokeStyle = context.fillStyle = '#fff';
  context.lineWidth = Math.max(1, side * 0.16);
  context.beginPath();
  if (kind === 'timeout') {
    context.arc(0, 0, Math.max(1, side * 0.22), 0, 7);
    context.fill();
  } else if (kind === 'garbage') {
    context.fillRect(-half, -half, half, half);
    context.fillRect(0, 0, half, half);
  } else {
    context.moveTo(-half, half);
    context.lineTo(half, -half);
    if (kind === 'refused') {
      context.moveTo(-half, -half);
      context.lineTo(half, half);
    }
    context.stroke();
  }
}

// A clock for no answer, a cross for no connection, a question for no color.
function drawSign(context, kind, radius, y) {
  context.save();
  context.translate(0, y);
  context.strokeStyle = '#fff';
  context.lineWidth = Math.max(1.5, radius * 0.2);
  context.lineCap = 'round';
  const line = (...points) => {
    context.beginPath();
    points.forEach(([px, py]) => context.lineTo(px * radius, py * radius));
    context.stroke();
  };
  context.beginPath();
  context.arc(0, 0, radius * 1.35, 0, 7);
  context.fillStyle = dark;
  context.fill();
  if (kind === 'timeout') {
    context.beginPath();
    context.arc(0, 0, radius, 0, 7);
    context.stroke();
    line([0, -0.6], [0, 0], [0.42, 0.3]);
  } else if (kind === 'refused') {
    line([-0.8, -0.8], [0.8, 0.8]);
    line([0.8, -0.8], [-0.8, 0.8]);
  } else {
    context.font = `700 ${radius * 2}px ${font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = '#fff';
    context.fillText('?', 0, 0);
  }
  context.restore();
}
