// Where cells stand on a canvas.

// The largest square cells that fit, in whole device pixels so that their edges are sharp; of several ways to stand,
// the one that leaves the fewest places empty.
export function layOut(canvas, count) {
  const scale = devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * scale);
  const height = Math.round(canvas.clientHeight * scale);
  if (!width || !height || !count) return null;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }

  let columns = 1;
  let side = 0;
  let empty = 0;
  for (let candidate = 1; candidate <= count; candidate++) {
    const fit = Math.floor(Math.min(width / candidate, height / Math.ceil(count / candidate)));
    const left = Math.ceil(count / candidate) * candidate - count;
    if (fit > side || (fit === side && left < empty)) [columns, side, empty] = [candidate, fit, left];
  }

  const rows = Math.ceil(count / columns);
  return {
    count, columns, rows, side, scale,
    left: Math.floor((width - columns * side) / 2),
    top: Math.floor((height - rows * side) / 2),
  };
}

// In CSS pixels, relative to the canvas.
export function placeOf(grid, cell) {
  return {
    x: (grid.left + cell % grid.columns * grid.side) / grid.scale,
    y: (grid.top + Math.floor(cell / grid.columns) * grid.side) / grid.scale,
    side: grid.side / grid.scale,
  };
}

// -1 beside the cells.
export function cellAt(grid, x, y) {
  const column = Math.floor((x * grid.scale - grid.left) / grid.side);
  const row = Math.floor((y * grid.scale - grid.top) / grid.side);
  const cell = row * grid.columns + column;
  return column >= 0 && column < grid.columns && row >= 0 && cell < grid.count ? cell : -1;
}
