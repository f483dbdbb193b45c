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

// The name as large as it fits, broken where its words begin, and below it who answered, if there is room left.
function drawText(context, wall, label, small, room, ink) {
  const key = `${label}|${small}|${Math.round(room.width)}|${room.round}`;
  let lines = wall.fits.get(key);
  if (!lines) wall.fits.set(key, lines = fit(context, label, small, room));
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const line of lines) {
    context.font = line.font;
    context.fillText(line.text, 0, line.y);
  }
}

function fit(context, label, small, room) {
  const names = label.split(/(?<=[a-z])(?=[A-Z])| /).map(text => ({ text, weight: 600, scale: 1 }));
  const least = 7.5 * devicePixelRatio;
  const withSmall = small ? layOut(context, [...names, { text: small, weight: 400, scale: 0.64 }], room) : null;
  if (withSmall && withSmall.size * 0.64 >= least) return withSmall.lines;
  const alone = layOut(context, names, room);
  return alone.size >= least - devicePixelRatio ? alone.lines : [];
}

// The largest size at which every line lies inside: a rectangle, or a disc that narrows above and below its middle.
function layOut(context, lines, room) {
  const leading = 1.14;
  const total = lines.reduce((sum, line) => sum + line.scale * leading, 0);
  let size = Math.min(room.size, room.width * 0.86 / total);
  let top = -total / 2;
  const placed = lines.map(line => {
    context.font = `${line.weight} 100px ${font}`;
    const width = context.measureText(line.text).width / 100 * line.scale;
    const place = { ...line, width, y: top + line.scale * leading / 2 };
    top += line.scale * leading;
    return place;
  });
  for (const { width, y, scale } of placed) {
    const reach = Math.abs(y) + scale * 0.36;
    size = Math.min(size, room.round ? room.width / 2 / Math.hypot(width / 2, reach) * 1.04 : room.width / width);
  }

  return {
    size,
    lines: placed.map(line => ({
      text: line.text, y: line.y * size, font: `${line.weight} ${size * line.scale}px ${font}`,
    })),
  };
}
