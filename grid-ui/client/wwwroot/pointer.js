// Follows the pointer and the keys over the cells of a wall, and tells which cell they are at.
import { cellAt, placeOf } from './grid.js';

const roomOfTip = 300; // CSS pixels beside a cell in which its tip finds place

export function follow(wall, cursor, pointed, opened) {
  const { canvas } = wall;
  const gone = new AbortController();
  const on = (kind, act) => canvas.addEventListener(kind, act, { signal: gone.signal });
  let at = -1;
  let keyed = 0; // where the keys were last

  const show = () => {
    cursor.hidden = at < 0;
    if (at < 0) return;
    const { x, y, side } = placeOf(wall.grid, at);
    const least = Math.max(side, 8);
    const { style, dataset } = cursor;
    style.left = `${x - (least - side) / 2}px`;
    style.top = `${y - (least - side) / 2}px`;
    style.width = style.height = `${least}px`;
    const { left, top } = canvas.getBoundingClientRect();
    const right = innerWidth - left - x - side;
    dataset.beside = Math.max(right, left + x) < roomOfTip ? 'below' : right >= roomOfTip ? 'right' : 'left';
    dataset.reach = top + y + side / 2 < innerHeight / 2 ? 'down' : 'up';
    style.setProperty('--wall-edge', `${-x}px`);
  };
  const point = (cell, byKey) => {
    if (cell === at && !byKey) return;
    at = cell;
    if (byKey) keyed = cell;
    show();
    pointed(cell, byKey);
  };
  wall.moved = () => {
    if (at >= wall.grid.count) point(-1, false);
    else show();
  };

  const under = event => wall.grid ? cellAt(wall.grid, event.offsetX, event.offsetY) : -1;
  on('pointermove', event => point(under(event), false));
  on('pointerleave', () => point(-1, false));
  on('blur', () => point(-1, false));
  on('focus', () => {
    if (wall.grid && canvas.matches(':focus-visible')) point(Math.min(keyed, wall.grid.count - 1), true);
  });
  on('click', event => {
    const cell = under(event);
    if (cell >= 0) {
      keyed = cell;
      opened(cell);
    }
  });
  on('keydown', event => {
    if (!wall.grid || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && at >= 0) return point(-1, false);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (at >= 0) opened(at);
      return;
    }
    const to = target(event.key, at < 0 ? keyed : at, wall.grid);
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to < wall.grid.count) point(to, true);
  });
  return () => gone.abort();
}

function target(key, from, { columns, count }) {
  switch (key) {
    case 'ArrowLeft': return from - 1;
    case 'ArrowRight': return from + 1;
    case 'ArrowUp': return from - columns;
    case 'ArrowDown': return from + columns;
    case 'Home': return from - from % columns;
    case 'End': return Math.min(count, from - from % columns + columns) - 1;
    case 'PageUp': return from % columns;
    case 'PageDown': return from % columns + Math.floor((count - 1 - from % columns) / columns) * columns;
    default: return undefined;
  }
}
