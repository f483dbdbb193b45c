// Words inside a cell.
export const font = '"Avenir Next", "Segoe UI", system-ui, sans-serif';

// The name as large as it fits, broken where its words begin, and below it who answered, if there is room left.
// Over a pattern it has a halo of the cell's own color, so that it keeps its contrast.
export function drawText(context, fits, label, small, room, ink, halo) {
  const key = `${label}|${small}|${Math.round(room.width)}|${room.round}`;
  let lines = fits.get(key);
  if (!lines) fits.set(key, lines = fit(context, label, small, room));
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const line of lines) {
    context.font = line.font;
    if (halo) {
      context.strokeStyle = halo;
      context.lineWidth = line.size * 0.4;
      context.lineJoin = 'round';
      context.strokeText(line.text, 0, line.y);
    }
    context.fillText(line.text, 0, line.y);
  }
}

function fit(context, label, small, room) {
  const names = label.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]) /).map(text => ({ text, weight: 600, scale: 1 }));
  const least = 7.5 * devicePixelRatio;
  // At least the version, where cluster and version find no place; the shape tells the cluster.
  for (const text of small ? new Set([small, small.split(' ').at(-1)]) : []) {
    const both = layOut(context, [...names, { text, weight: 400, scale: 0.64 }], room);
    if (both.size * 0.64 >= least) return both.lines;
  }

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
      text: line.text, y: line.y * size, size: size * line.scale, font: `${line.weight} ${size * line.scale}px ${font}`,
    })),
  };
}
