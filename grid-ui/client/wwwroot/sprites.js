// Each face is drawn once and then copied: small ones pixel by pixel, larger ones as pictures.
import { drawCell } from './cell.js';

// In device pixels: smaller cells on a smaller canvas are copied pixel by pixel, which is faster there.
const smallCell = 24;
const smallCanvas = 1.5e6;
const maxPixels = 16e6; // of pictures kept, 64 MB

export class Sprites {
  constructor(shapes) {
    this.shapes = shapes;
  }

  // Whatever was drawn for another size, theme or set of faces is forgotten.
  begin(grid, empty) {
    this.side = grid.side;
    this.grid = grid;
    this.empty = empty;
    this.made = [];
    this.pixels = 0;
    this.fits = new Map();
    this.easel = new OffscreenCanvas(grid.side, grid.side);
    const pixelwise = grid.side < smallCell && grid.side ** 2 * grid.count < smallCanvas;
    this.brush = this.easel.getContext('2d', { willReadFrequently: pixelwise });
    this.buffer = null;
    if (pixelwise) {
      this.width = grid.columns * grid.side;
      this.buffer = new ImageData(this.width, grid.rows * grid.side);
      this.words = new Uint32Array(this.buffer.data.buffer);
    }
    this.first = this.last = -1;
  }

  put(wall, cell, face, size) {
    const { side, grid } = this;
    const column = cell % grid.columns;
    const row = (cell - column) / grid.columns;
    if (this.buffer) {
      const { words, width } = this;
      const from = this.of(wall, face);
      let to = row * side * width + column * side;
      for (let at = 0; at < from.length; to += width - side) {
        for (const end = at + side; at < end;) words[to++] = from[at++];
      }
      if (this.first < 0 || row < this.first) this.first = row;
      if (row > this.last) this.last = row;
    } else {
      const x = grid.left + column * side;
      const y = grid.top + row * side;
      const gap = side * (1 - size) / 2;
      wall.context.clearRect(x, y, side, side);
      wall.context.drawImage(this.of(wall, face), x + gap, y + gap, side * size, side * size);
    }
  }

  // The rows that changed go to the canvas at once.
  flush(wall) {
    if (this.first < 0) return;
    const { side, grid } = this;
    wall.context.putImageData(
      this.buffer, grid.left, grid.top, 0, this.first * side, this.width, (this.last - this.first + 1) * side);
    this.first = this.last = -1;
  }

  of(wall, face) {
    return this.made[face] ??= this.draw(wall.faces[face]);
  }

  draw(face) {
    const { side, brush } = this;
    this.pixels += side * side;
    if (this.pixels > maxPixels) {
      this.made.length = 0;
      this.pixels = 0;
    }
    brush.clearRect(0, 0, side, side);
    drawCell(brush, this, face, side);
    return this.buffer
      ? new Uint32Array(brush.getImageData(0, 0, side, side).data.buffer)
      : this.easel.transferToImageBitmap();
  }
}
