// Before the first paint: a page that was dark stays dark.
try {
  const chosen = localStorage.getItem('theme');
  document.documentElement.dataset.theme = ['dark', 'light'].includes(chosen) ? chosen : 'system';
} catch {
  document.documentElement.dataset.theme = 'system';
}
