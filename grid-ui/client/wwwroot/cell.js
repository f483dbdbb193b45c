// One cell: a color in the shape of the cluster that sent it, or a failure that looks like no color.
import { hatch } from './hatch.js';
import { drawText, font } from './lettering.js';

const failures = [null, null, 'error', 'timeout', 'refused', 'garbage'];

export function drawCell(context, wall, cell, x, y, side, grown, empty) {
  const [kind, shape, rings, red, green, blue] = cell;
  const gap = side > 24 ? side * 0.035 : side > 8 ? 1 : 0;
  const inner = side - 2 * gap;
  context.save();
  context.translate(x + side / 2, y + side / 2);
  if (!kind) {
    context.fillStyle = empty;
    context.beginPath();
    context.arc(0, 0, Math.max(1, side * 0.05), 0, 7);
    context.fill();
  } else if (failures[kind]) {
    drawFailure(context, wall, failures[kind], text(wall, cell, 6), text(wall, cell, 8), inner * size(grown));
  } else {
    const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) > 0.179;
    const ink = light ? '#000' : '#fff';
    const outline = at(wall.shapes[shape], inner * size(grown));
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fill(outline);
    context.strokeStyle = 'rgb(128 128 128 / 0.45)';
    context.lineWidth = Math.max(1, side * 0.008);
    context.stroke(outline);
    drawRings(context, wall.shapes[shape], rings, inner * size(grown), ink);
    const room = { width: inner * (0.88 - 0.19 * rings), round: shape === 1, size: inner * 0.19 };
    drawText(context, wall, text(wall, cell, 6), text(wall, cell, 8), room, ink);
  }

  context.restore();
}

const size = grown => 0.86 + 0.14 * grown;
const text = (wall, cell, offset) => wall.texts[cell[offset] | cell[offset + 1] << 8];
const linear = channel => ((channel / 255 + 0.055) / 1.055) ** 2.4;

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

// Always on the same dark ground, so that no failure passes for a color, whatever the theme.
function drawFailure(context, wall, kind, label, small, side) {
  const dark = '#15171c';
  context.beginPath();
  context.rect(-side / 2, -side / 2, side, side);
  context.fillStyle = dark;
  context.fill();
  context.fillStyle = hatch(context, kind, side);
  context.fill();
  context.strokeStyle = '#8d929c';
  context.lineWidth = Math.max(1, side * 0.018);
  context.stroke();
  const legible = side >= 30 * devicePixelRatio;
  if (kind !== 'error' && side >= 12) {
    drawSign(context, kind, side * (legible ? 0.17 : 0.3), legible ? -side * 0.15 : 0, dark);
  }

  if (!legible) return;
  const plate = kind === 'error' ? (small ? 0.44 : 0.36) : 0.25;
  context.translate(0, kind === 'error' ? 0 : side * 0.27);
  context.fillStyle = dark;
  const wide = kind === 'error' && !small ? 0.66 : 0.86;
  context.fillRect(-side * wide / 2, -side * plate / 2, side * wide, side * plate);
  const room = { width: side * 0.84, round: false, size: side * (kind === 'error' ? 0.3 : 0.18) };
  drawText(context, wall, label, small, room, '#fff');
}

// A clock for no answer, a gap between plug and socket for no connection, a question for no color.
function drawSign(context, kind, radius, y, dark) {
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
