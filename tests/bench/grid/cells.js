// Drives the painter as the page does, with cells that change at random, and measures the script time of each frame.
// Serve the repository's root; run `await measure({ ... })` in the page.
import { mount, paint } from '../../../grid-ui/client/wwwroot/cells.js';

const shapes = [
  'M15 2H85A13 13 0 0 1 98 15V85A13 13 0 0 1 85 98H15A13 13 0 0 1 2 85V15A13 13 0 0 1 15 2Z',
  'M50 1A49 49 0 1 1 50 99A49 49 0 1 1 50 1Z',
];
const faces = 200;

// changing: the part of the cells that changes in each frame; size: of the canvas, in CSS pixels.
window.measure = async function ({ cells = 10000, changing = 1, frames = 300, width = 720, height = 720 }) {
  const canvas = document.getElementById('cells');
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });

  // Every callback of a frame is measured, the painter's own included.
  const request = window.requestAnimationFrame;
  let spent = 0;
  window.requestAnimationFrame = act => request(now => {
    const from = performance.now();
    act(now);
    spent += performance.now() - from;
  });

  mount('cells', shapes, () => {}, () => {});
  const words = new Uint16Array(cells * 2);
  const view = { slice: () => new Uint8Array(words.buffer.slice(0)) };
  let sent = false;
  const times = [];
  const stamps = [];
  const frame = serial => new Promise(done => request(now => {
    if (serial) times.push(spent), stamps.push(now);
    for (let i = 0; i < cells; i++) {
      if (serial === 0 || Math.random() < changing) {
        words[2 * i] = 1 + Math.floor(Math.random() * faces);
        words[2 * i + 1] = serial;
      }
    }
    spent = 0;
    const bytes = sent ? new Uint8Array(0) : allFaces();
    const texts = Array.from({ length: bytes.length / 4 }, (_, i) => i % 2 ? 'bison v1' : 'Color');
    const from = performance.now();
    paint('cells', view, bytes, texts, !sent, serial);
    spent = performance.now() - from;
    sent = true;
    done();
  }));
  for (let serial = 0; serial <= frames; serial++) await frame(serial);
  window.requestAnimationFrame = request;
  const steady = times.slice(30).sort((a, b) => a - b);
  const part = p => +steady[Math.floor(steady.length * p)].toFixed(2);
  return {
    cells, changing, width, height,
    framesPerSecond: +((stamps.length - 31) / (stamps.at(-1) - stamps[30]) * 1000).toFixed(1),
    scriptP50: part(0.5), scriptP95: part(0.95), scriptP99: part(0.99),
  };
};

function allFaces() {
  const bytes = new Uint8Array((faces + 1) * 8);
  for (let face = 1; face <= faces; face++) {
    const kind = face % 10 === 0 ? 2 + face / 10 % 4 : 1;
    const color = [0, 0, 0].map(() => Math.random() * 256);
    bytes.set([kind, face % 2, face % 3, 0, face % 17 === 0, ...color], face * 8);
  }
  return bytes;
}
