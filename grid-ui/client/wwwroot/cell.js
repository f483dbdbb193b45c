// One cell: a color in the shape of the cluster that sent it, or a failure that looks like no color.
import { hatch } from './hatch.js';

const failures = [null, null, 'error', 'timeout', 'refused', 'garbage'];
const font = '"Avenir Next", "Segoe UI", system-ui, sans-serif';

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
    drawText(context, wall, text(wall, cell, 6), text(wall, cell, 8), inner * (shape === 1 ? 0.84 : 0.9) - rings * inner * 0.09, inner, ink);
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

function drawFailure(context, wall, kind, label, small, side) {
  context.beginPath();
  context.rect(-side / 2, -side / 2, side, side);
  context.fillStyle = '#15171c';
  context.fill();
  context.fillStyle = hatch(context, kind, side);
  context.fill();
  context.strokeStyle = '#8d929c';
  context.lineWidth = Math.max(1, side * 0.018);
  context.stroke();
  const lift = kind === 'error' ? 0 : side * 0.13;
  if (side > 14 && lift) drawSign(context, kind, side * 0.17, -lift);
  if (side < 34) return;
  context.translate(0, lift ? side * 0.26 : 0);
  const height = side * (lift ? 0.16 : small ? 0.46 : 0.36);
  context.fillStyle = '#15171c';
  if (!lift) context.fillRect(-side * 0.42, -height / 2, side * 0.84, height);
  drawText(context, wall, label, small, side * 0.8, lift ? side * 0.6 : side * 1.5, '#fff');
}

// A clock for no answer, a gap between plug and socket for no connection, a question for no color.
function drawSign(context, kind, radius, y) {
  context.save();
  context.translate(0, y);
  context.strokeStyle = context.fillStyle = '#fff';
  context.lineWidth = Math.max(1.5, radius * 0.2);
  context.lineCap = 'round';
  const line = (...points) => {
    context.beginPath();
    points.forEach(([px, py]) => context.lineTo(px * radius, py * radius));
    context.stroke();
  };
  context.beginPath();
  if (kind === 'timeout') {
    context.arc(0, 0, radius, 0, 7);
    context.fillStyle = '#15171c';
    context.fill();
    context.stroke();
    line([0, -0.6], [0, 0], [0.42, 0.3]);
  } else if (kind === 'refused') {
    line([-0.8, -0.8], [0.8, 0.8]);
    line([0.8, -0.8], [-0.8, 0.8]);
  } else {
    context.font = `700 ${radius * 2}px ${font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText('?', 0, 0);
  }
  context.restore();
}

// The name as large as it fits, broken where its words begin; below ten device pixels none is readable.
function drawText(context, wall, label, small, width, side, ink) {
  const key = `${label}|${small}|${Math.round(width)}`;
  let fit = wall.fits.get(key);
  if (fit === undefined) wall.fits.set(key, fit = fitText(context, label, small, width, side));
  if (!fit) return;
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const smallSize = fit.size * 0.66;
  const showSmall = small && smallSize >= 9 * devicePixelRatio;
  const height = fit.lines.length * fit.size * 1.1 + (showSmall ? smallSize * 1.35 : 0);
  let y = -height / 2 + fit.size * 0.57;
  context.font = `600 ${fit.size}px ${font}`;
  for (const line of fit.lines) {
    context.fillText(line, 0, y);
    y += fit.size * 1.1;
  }

  if (showSmall) {
    context.font = `400 ${smallSize}px ${font}`;
    context.globalAlpha = 0.85;
    context.fillText(small, 0, y + smallSize * 0.1, width);
    context.globalAlpha = 1;
  }
}

function fitText(context, label, small, width, side) {
  const lines = label.split(/(?<=[a-z])(?=[A-Z])| /);
  context.font = `600 100px ${font}`;
  const widest = Math.max(...lines.map(line => context.measureText(line).width));
  const size = Math.min(side * 0.19, width / widest * 100, side * 0.62 / (lines.length * 1.1));
  return size >= 9 * devicePixelRatio ? { lines, size } : null;
}
