// Makes files of what is in the page. Nothing is sent anywhere, and no image is loaded: the picture is drawn.
const scale = 2;
const margin = 16;
const heading = 40;

export function saveText(name, type, text) {
  save(name, new Blob([text], { type }));
}

export function savePicture(id, name, title) {
  const svg = document.getElementById(id);
  const { width, height } = svg.getBoundingClientRect();
  const style = getComputedStyle(svg);
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.ceil((width + 2 * margin) * scale), height: Math.ceil((height + 2 * margin + heading) * scale),
  });
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  context.fillStyle = groundOf(svg);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = style.color;
  context.font = `650 18px ${style.fontFamily}`;
  context.fillText(title, margin, margin + 16);
  context.translate(margin, margin + heading);
  for (const element of svg.querySelectorAll('rect, path, line, text')) draw(context, element);
  canvas.toBlob(blob => save(name, blob), 'image/png');
}

function draw(context, element) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  context.save();
  const place = element.getCTM?.();
  if (place) context.transform(place.a, place.b, place.c, place.d, place.e, place.f);
  context.globalAlpha = opacityOf(element);
  context.filter = style.filter;
  context.lineWidth = parseFloat(style.strokeWidth);
  context.lineJoin = style.strokeLinejoin;
  context.lineCap = style.strokeLinecap;
  context.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(parseFloat));
  context.strokeStyle = style.stroke;
  context.fillStyle = paintOf(context, style.fill);
  if (element.localName === 'text') {
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.textAlign = { middle: 'center', end: 'right' }[style.textAnchor] ?? 'left';
    const [x, y] = ['x', 'y'].map(name => Number(element.getAttribute(name)));
    if (style.stroke !== 'none') context.strokeText(element.textContent, x, y);
    context.fillText(element.textContent, x, y);
  } else {
    const path = outlineOf(element);
    if (style.fill !== 'none') context.fill(path);
    if (style.stroke !== 'none') context.stroke(path);
  }
  context.restore();
}

function outlineOf(element) {
  if (element.localName === 'path') return new Path2D(element.getAttribute('d'));
  const path = new Path2D();
  if (element.localName === 'line') {
    path.moveTo(element.x1.baseVal.value, element.y1.baseVal.value);
    path.lineTo(element.x2.baseVal.value, element.y2.baseVal.value);
  } else {
    const { x, y, width, height } = element;
    path.rect(x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value);
  }
  return path;
}

function opacityOf(element) {
  let opacity = 1;
  for (let one = element; one?.localName !== 'div' && one; one = one.parentElement) {
    opacity *= Number(getComputedStyle(one).opacity);
  }
  return opacity;
}

function paintOf(context, fill) {
  const pattern = document.getElementById(/#([\w-]+)/.exec(fill)?.[1] ?? '');
  if (!pattern) return fill === 'none' ? 'transparent' : fill;
  const tile = Object.assign(document.createElement('canvas'), {
    width: pattern.width.baseVal.value, height: pattern.height.baseVal.value,
  });
  const inside = tile.getContext('2d');
  for (const child of pattern.children) {
    const style = getComputedStyle(child);
    const path = child.localName === 'circle' ? circle(child) : outlineOf(child);
    inside.fillStyle = style.fill;
    inside.strokeStyle = style.stroke;
    inside.lineWidth = parseFloat(style.strokeWidth);
    if (style.fill !== 'none') inside.fill(path);
    if (style.stroke !== 'none') inside.stroke(path);
  }
  return context.createPattern(tile, 'repeat');
}

function circle(element) {
  const path = new Path2D();
  path.arc(element.cx.baseVal.value, element.cy.baseVal.value, element.r.baseVal.value, 0, 7);
  return path;
}

function groundOf(element) {
  for (let one = element; one; one = one.parentElement) {
    const ground = getComputedStyle(one).backgroundColor;
    if (!/^(transparent|rgba\(.*, 0\))$/.test(ground)) return ground;
  }
  return '#fff';
}

function save(name, blob) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
