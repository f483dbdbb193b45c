// Paints cells on canvases. Which cell shows what is decided in C#; see CellBytes.cs for the layout of a cell.
import { drawCell } from './cell.js';

const cellSize = 12;
const entrance = 220; // ms in which a new cell grows to its full size
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const walls = new Map();

export function mount(id, shapes) {
  const canvas = document.getElementById(id);
  const wall = {
    canvas, shapes: shapes.map(d => new Path2D(d)), texts: [], bytes: new Uint8Array(0), born: [], serials: [],
    painted: 0, asked: false, all: true, fits: new Map(),
  };
  wall.observer = new ResizeObserver(() => { wall.all = true; ask(wall); });
  wall.observer.observe(canvas);
  walls.set(id, wall);
}

export function paint(id, view, newTexts, painted) {
  const wall = walls.get(id);
  const bytes = view.slice();
  wall.all ||= bytes.length !== wall.bytes.length;
  wall.bytes = bytes;
  wall.texts.push(...newTexts);
  wall.painted = painted;
  ask(wall);
}

export function unmount(id) {
  walls.get(id)?.observer.disconnect();
  walls.delete(id);
}

function ask(wall) {
  if (!wall.asked) {
    wall.asked = true;
    requestAnimationFrame(now => { wall.asked = false; draw(wall, now); });
  }
}

function draw(wall, now) {
  const grid = layOut(wall);
  if (!grid) return;
  const { canvas, bytes } = wall;
  const context = canvas.getContext('2d');
  const empty = getComputedStyle(canvas).color;
  if (wall.all) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    wall.fits.clear();
    wall.born = [];
    wall.serials = [];
  }

  let moving = false;
  for (let i = 0; i < grid.count; i++) {
    const at = i * cellSize;
    const serial = bytes[at] ? 1 + (bytes[at + 10] | bytes[at + 11] << 8) : 0;
    if (serial !== wall.serials[i]) {
      wall.serials[i] = serial;
      wall.born[i] = wall.all || calm.matches ? -Infinity : now;
    } else if (wall.born[i] === undefined) {
      continue;
    }

    const age = Math.min(1, (now - wall.born[i]) / entrance);
    const x = grid.left + i % grid.columns * grid.side;
    const y = grid.top + Math.floor(i / grid.columns) * grid.side;
    context.clearRect(x, y, grid.side, grid.side);
    drawCell(context, wall, bytes.subarray(at, at + cellSize), x, y, grid.side, 1 - (1 - age) ** 3, empty);
    moving ||= age < 1;
    if (age >= 1) wall.born[i] = undefined;
  }

  wall.all = false;
  canvas.dataset.painted = wall.painted;
  if (moving) ask(wall);
}

// The largest square cells that fit, in whole device pixels so that their edges are sharp.
function layOut(wall) {
  const { canvas, bytes } = wall;
  const scale = devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * scale);
  const height = Math.round(canvas.clientHeight * scale);
  const count = bytes.length / cellSize;
  if (!width || !height || !count) return null;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    wall.all = true;
  }

  let columns = 1;
  let side = 0;
  for (let candidate = 1; candidate <= count; candidate++) {
    const fit = Math.floor(Math.min(width / candidate, height / Math.ceil(count / candidate)));
    if (fit > side) [columns, side] = [candidate, fit];
  }

  const rows = Math.ceil(count / columns);
  return {
    count, columns, side,
    left: Math.floor((width - columns * side) / 2),
    top: Math.floor((height - rows * side) / 2),
  };
}
