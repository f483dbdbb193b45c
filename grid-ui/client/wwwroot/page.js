// What only the document knows: keys that no field wants, whether anybody can see the page, and which theme it has.
const themes = ['system', 'dark', 'light'];
const fields = 'input, textarea, select, [contenteditable]';

export function listen(pressed, shown) {
  document.addEventListener('keydown', event => {
    const isTyped = event.target.closest?.(fields);
    if (!isTyped && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1) pressed(event.key);
  });
  document.addEventListener('visibilitychange', () => shown(!document.hidden));
}

export function focus(id) {
  document.getElementById(id)?.focus();
}

export function theme() {
  return read();
}

export function nextTheme() {
  const next = themes[(themes.indexOf(read()) + 1) % themes.length];
  try {
    localStorage.setItem('theme', next);
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
  document.documentElement.dataset.theme = next;
  return next;
}

function read() {
  return document.documentElement.dataset.theme ?? 'system';
}
