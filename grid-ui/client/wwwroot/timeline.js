// Tells the real size of a plot, so that nothing in it is scaled, and keeps the page from moving under its keys.
const plots = new Map();
const keys = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', ' ']);

export function mount(id, sized, turned) {
  const plot = document.getElementById(id);
  const tell = () => sized(plot.clientWidth, plot.clientHeight, parseFloat(getComputedStyle(plot).fontSize));
  const observer = new ResizeObserver(tell);
  observer.observe(plot);

  // Without Ctrl the wheel scrolls the page, as everywhere.
  plot.addEventListener('wheel', event => {
    if (event.ctrlKey && event.deltaY) {
      event.preventDefault();
      turned(Math.sign(event.deltaY));
    }
  }, { passive: false });
  plot.addEventListener('keydown', event => {
    if (keys.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) event.preventDefault();
  });
  plots.set(id, observer);
}

export function unmount(id) {
  plots.get(id)?.disconnect();
  plots.delete(id);
}
