// Where cells stand on a canvas.

// Square cells about as large as fit, in whole device pixels so that their edges are sharp. Full rows look better than
// the last tenth of size: of the ways to stand that come that near, the one that leaves the fewest places empty.
export function layOut(canvas, count) {
  const scale = devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * scale);
  const height = Math.round(canvas.clientHeight * scale);
  if (!width || !height || !count) return null;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }

  let largest = 0;
  for (let columns = 1; columns <= count; columns++) largest = Math.max(largest, sideOf(columns));
  let columns = 1;
  let side = 0;
  let empty = Infinity;
  for (let candidate = 1; candidate <= count; candidate++) {
    const fit = sideOf(candidate);
    const left = Math.ceil(count / candidate) * candidate - count;
    if (fit >= largest * 0.9 && (left < empty || (left === empty && fit > side))) {
      [columns, side, empty] = [candidate, fit, left];
    }
  }

  const rows = Math.ceil(count / columns);

  function sideOf(columns) {
    return Math.floor(Math.min(width / columns, height / Math.ceil(count / columns)));
  }

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
