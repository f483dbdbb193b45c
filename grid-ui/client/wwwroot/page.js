// What only the document knows: keys that no field wants, whether anybody can see the page, and which theme it has.
const themes = ['system', 'dark', 'light'];
const taking = 'input, textarea, select, button, summary, a, canvas, [role=slider]'; // what a space does something to
const fields = 'input, textarea, select, [contenteditable]';

export function listen(pressed, shown) {
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') leave(event);
    const isTaken = event.target.closest?.(event.key === ' ' ? taking : fields);
    const isPlain = event.key.length === 1 || event.key === 'Escape';
    if (!isTaken && !event.ctrlKey && !event.metaKey && !event.altKey && isPlain) pressed(event.key);
  });
  document.addEventListener('pointerdown', event => closeEditors(event.target));
  document.addEventListener('visibilitychange', () => shown(!document.hidden));
}

function leave(event) {
  const editor = event.target.closest?.('details[open]');
  closeEditors(null);
  editor?.querySelector('summary').focus();
}

function closeEditors(besides) {
  for (const editor of document.querySelectorAll('details[open]')) {
    if (!editor.contains(besides)) editor.open = false;
  }
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
