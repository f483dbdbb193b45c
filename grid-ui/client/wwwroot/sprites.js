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
      this.places = Int32Array.from({ length: grid.count }, (_, cell) =>
        Math.floor(cell / grid.columns) * grid.side * this.width + cell % grid.columns * grid.side);
    }
    [this.first, this.last] = [Infinity, -1];
  }

  put(wall, cell, face, size) {
    if (this.buffer) {
      this.copy(this.of(wall, face), this.places[cell]);
      return;
    }

    const { side, grid } = this;
    const x = grid.left + cell % grid.columns * side;
    const y = grid.top + Math.floor(cell / grid.columns) * side;
    const gap = side * (1 - size) / 2;
    wall.context.clearRect(x, y, side, side);
    wall.context.drawImage(this.of(wall, face), x + gap, y + gap, side * size, side * size);
  }

  copy(from, to) {
    const { words, side, width } = this;
    if (to < this.first) this.first = to;
    if (to > this.last) this.last = to;
    const skip = width - side;
    let at = 0;
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) words[to++] = from[at++];
      to += skip;
    }
  }

  // The rows that changed go to the canvas at once.
  flush(wall) {
    if (this.last < 0) return;
    const { grid, width, side } = this;
    const top = Math.floor(this.first / width);
    const height = Math.floor(this.last / width) + side - top;
    wall.context.putImageData(this.buffer, grid.left, grid.top, 0, top, width, height);
    [this.first, this.last] = [Infinity, -1];
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
