// Browsers copy only for pages that came over https or from this machine; elsewhere the text is marked.
export async function copy(text, id) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(document.getElementById(id));
    return false;
  }
}
