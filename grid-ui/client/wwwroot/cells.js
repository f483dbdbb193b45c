// Paints cells on canvases. Which cell shows what is decided in C#: see ShownCells.cs and CellFace.cs for the layouts.
import { layOut } from './grid.js';
import { follow } from './pointer.js';
import { Sprites } from './sprites.js';

const faceSize = 8;
const entrance = 220; // ms in which a new cell grows to its full size
const roomy = 24; // CSS pixels: smaller cells do not grow, they are there
const rested = 1000; // ms: nor do cells that change more often, for the wall would never be at rest
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const walls = new Map();

export function mount(id, shapes, pointed, opened) {
  const canvas = document.getElementById(id);
  const wall = {
    canvas, context: canvas.getContext('2d'), cells: new Uint16Array(0), faces: [], shown: new Uint32Array(0),
    since: [], growing: new Map(), grid: null, sprites: new Sprites(shapes.map(d => new Path2D(d))),
    painted: 0, asked: false, all: true,
  };
  const anew = () => { wall.all = true; ask(wall); };
  wall.observer = new ResizeObserver(anew);
  wall.observer.observe(canvas);
  // The dots of empty cells have the theme's color.
  wall.theme = new MutationObserver(anew);
  wall.theme.observe(document.documentElement, { attributes: true });
  wall.leave = follow(wall, document.getElementById(`${id}-cursor`), pointed, opened);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', wall.anew = anew);
  walls.set(id, wall);
}

export function paint(id, view, newFaces, newTexts, instead, painted) {
  const wall = walls.get(id);
  if (!wall) return;
  const cells = new Uint16Array(view.slice().buffer);
  wall.all ||= instead || cells.length !== wall.cells.length;
  if (instead) wall.faces = [];
  for (let at = 0; at < newFaces.length; at += faceSize) {
    const [label, small] = newTexts.slice(at / faceSize * 2);
    wall.faces.push({ bytes: newFaces.slice(at, at + faceSize), label, small });
  }
  wall.cells = cells;
  wall.painted = painted;
  ask(wall);
}

export function unmount(id) {
  const wall = walls.get(id);
  wall?.observer.disconnect();
  wall?.theme.disconnect();
  wall?.leave();
  matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', wall?.anew);
  walls.delete(id);
}

function ask(wall) {
  if (!wall.asked) {
    wall.asked = true;
    requestAnimationFrame(now => { wall.asked = false; draw(wall, now); });
  }
}

export function draw(wall, now) {
  if (wall.all) begin(wall);
  const { canvas, cells, shown, grid, growing, sprites } = wall;
  if (!grid) return;
  const grows = !calm.matches && grid.side >= roomy * grid.scale && !wall.all;
  for (let i = 0; i < grid.count; i++) {
    const look = (cells[2 * i] | cells[2 * i + 1] << 16) >>> 0;
    if (look === shown[i] && !wall.all) continue;
    shown[i] = look;
    if (grows && cells[2 * i] && now - wall.since[i] > rested) growing.set(i, now);
    else sprites.put(wall, i, cells[2 * i], 1);
    wall.since[i] = now;
  }

  for (const [i, born] of growing) {
    const age = Math.min(1, (now - born) / entrance);
    sprites.put(wall, i, cells[2 * i], 0.86 + 0.14 * (1 - (1 - age) ** 3));
    if (age >= 1) growing.delete(i);
  }

  sprites.flush(wall);
  wall.all = false;
  canvas.dataset.painted = wall.painted;
  if (growing.size) ask(wall);
}

function begin(wall) {
  const { canvas } = wall;
  wall.grid = layOut(canvas, wall.cells.length / 2);
  wall.growing.clear();
  if (!wall.grid) return;
  wall.shown = new Uint32Array(wall.grid.count);
  wall.since = new Float64Array(wall.grid.count);
  wall.context.clearRect(0, 0, canvas.width, canvas.height);
  wall.sprites.begin(wall.grid, getComputedStyle(canvas).color);
  wall.moved?.();
}
