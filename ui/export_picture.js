// A card as an SVG of its own: text, boxes and drawings where the page has them, nothing foreign in
// it, so that office programs open it and a canvas takes it.
const SVG = "http://www.w3.org/2000/svg";
const PASSED_OVER = "button, input, select, textarea, .export, .modebar-container, .hoverlayer, [data-testid='stTooltipIcon'], [data-testid='stHeaderActionElements']";
// What a drawing takes from the page's styles.
const DRAWN = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap",
  "stroke-linejoin", "opacity", "color", "font-family", "font-size", "font-weight", "font-style", "text-anchor",
  "dominant-baseline", "vector-effect", "display", "visibility", "paint-order",
];

// `card` is drawn as it is seen now; `foot` stands below it. Returns an <svg>.
function picture(card, title, foot) {
  const at = card.getBoundingClientRect();
  const drawing = { root: make("svg"), left: at.left, top: at.top, right: at.right, bottom: at.top };
  const { root } = drawing;
  root.append(make("title", {}, title));
  const ground = root.appendChild(make("rect", { fill: groundOf(card) }));
  for (const child of card.childNodes) walk(child, drawing, 1);
  const style = getComputedStyle(card);
  const margin = parseFloat(style.paddingLeft);
  const wider = drawing.right > at.right ? margin : 0; // than the card, which it scrolls in
  const width = Math.ceil(drawing.right - drawing.left + wider);
  let y = drawing.bottom - drawing.top + 10;
  for (const line of wrapped(foot, width - 2 * margin, `12px ${style.fontFamily}`)) {
    const text = { x: margin, y: (y += 17), "font-size": 12, "font-family": style.fontFamily };
    root.append(make("text", { ...text, fill: style.color, opacity: 0.7 }, line));
  }
  const height = Math.ceil(y + margin);
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) root.setAttribute(name, value);
  ground.setAttribute("width", width);
  ground.setAttribute("height", height);
  return root;
}

// The SVG as PNG, three pixels for one, as far as a canvas reaches.
async function png(root) {
  const [width, height] = ["width", "height"].map((side) => Number(root.getAttribute(side)));
  const scale = Math.min(3, 16000 / Math.max(width, height));
  const enlarged = root.cloneNode(true);
  for (const line of enlarged.querySelectorAll('[style*="non-scaling-stroke"]')) {
    line.style.strokeWidth = `${parseFloat(line.style.strokeWidth) * scale}px`;
  }
  const image = new Image();
  const address = URL.createObjectURL(svg(enlarged));
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function svg(root) {
  return new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" });
}

function walk(node, drawing, opacity) {
  if (node.nodeType === Node.TEXT_NODE) return write(node, drawing, opacity);
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(PASSED_OVER)) return;
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  if (style.display === "none" || style.visibility === "hidden") return;
  if (style.position === "absolute" && box.width <= 1) return; // for screen readers alone
  const seen = opacity * style.opacity;
  if (node.matches("svg")) return copy(node, box, drawing, seen);
  paint(style, box, drawing, seen);
  for (const part of ["::before", "::after"]) {
    const own = getComputedStyle(node, part);
    if (own.content !== "none" && own.inset === "0px") paint(own, box, drawing, seen * own.opacity);
  }
  for (const child of node.childNodes) walk(child, drawing, seen);
}

// Ground and edges of a box.
function paint(style, box, drawing, opacity) {
  if (!box.width || !box.height) return;
  const [x, y] = [box.left - drawing.left, box.top - drawing.top];
  const radius = parseFloat(style.borderTopRightRadius) || 0;
  const rounded = Math.min(radius, box.width / 2, box.height / 2);
  if (!clear(style.backgroundColor)) {
    const fill = { fill: style.backgroundColor, opacity, rx: rounded };
    drawing.root.append(make("rect", { x, y, width: box.width, height: box.height, ...fill }));
    reach(box, drawing);
  }
  const edges = { Top: [0, 0, 1, 0], Right: [1, 0, 1, 1], Bottom: [0, 1, 1, 1], Left: [0, 0, 0, 1] };
  for (const [side, [x1, y1, x2, y2]] of Object.entries(edges)) {
    const width = parseFloat(style[`border${side}Width`]);
    const colour = style[`border${side}Color`];
    if (!width || style[`border${side}Style`] === "none" || clear(colour)) continue;
    const within = { Top: [0, 1], Right: [-1, 0], Bottom: [0, -1], Left: [1, 0] }[side].map((d) => (d * width) / 2);
    const line = {
      x1: x + x1 * box.width + within[0], y1: y + y1 * box.height + within[1],
      x2: x + x2 * box.width + within[0], y2: y + y2 * box.height + within[1],
    };
    const dash = style[`border${side}Style`] === "dashed" ? `${3 * width} ${2 * width}` : "none";
    drawing.root.append(make("line", { ...line, stroke: colour, "stroke-width": width, "stroke-dasharray": dash, opacity }));
  }
}

// Text line by line, as the page broke it.
function write(node, drawing, opacity) {
  if (!node.data.trim()) return;
  const style = getComputedStyle(node.parentElement);
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measure(font, "国");
  for (const line of broken(node)) {
    const baseline = (line.top + line.bottom) / 2 + (above - below) / 2 - drawing.top;
    const toRight = /right|end/.test(style.textAlign);
    const toMiddle = style.textAlign === "center";
    const x = toRight ? line.right : toMiddle ? (line.left + line.right) / 2 : line.left;
    const text = make("text", {
      x: x - drawing.left, y: baseline, fill: style.color, opacity,
      "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight,
      "font-style": style.fontStyle, "letter-spacing": style.letterSpacing, "text-anchor": toRight ? "end" : toMiddle ? "middle" : "start",
    }, line.text.trim());
    drawing.root.append(text);
    reach(line, drawing);
  }
}

function broken(node) {
  const range = document.createRange();
  const lines = [];
  let place = 0;
  for (const letter of node.data) {
    range.setStart(node, place);
    range.setEnd(node, (place += letter.length));
    const [box] = range.getClientRects();
    if (!box || !box.width) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - box.top) < box.height / 2) {
      last.text += letter;
      if (letter.trim()) last.right = box.right;
    } else if (letter.trim()) {
      lines.push({ text: letter, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
  }
  return lines;
}

// A drawing of the page with its styles written into it.
function copy(node, box, drawing, opacity) {
  if (!box.width || !box.height) return;
  const made = node.cloneNode(true);
  const [from, to] = [[node, ...node.querySelectorAll("*")], [made, ...made.querySelectorAll("*")]];
  from.forEach((element, place) => {
    const style = getComputedStyle(element);
    for (const name of DRAWN) to[place].style.setProperty(name, style.getPropertyValue(name));
  });
  for (const extra of made.querySelectorAll(PASSED_OVER)) extra.remove();
  const place = { x: box.left - drawing.left, y: box.top - drawing.top, width: box.width, height: box.height, opacity };
  for (const [name, value] of Object.entries(place)) made.setAttribute(name, value);
  for (const name of ["class", "width", "height"]) made.style.removeProperty(name);
  made.style.background = "none";
  made.style.overflow = "visible";
  drawing.root.append(made);
  reach(box, drawing);
}

function reach(box, drawing) {
  drawing.right = Math.max(drawing.right, box.right);
  drawing.bottom = Math.max(drawing.bottom, box.bottom);
}

function clear(colour) {
  return colour === "transparent" || /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);
}

function groundOf(element) {
  for (let each = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (!clear(colour)) return colour;
  }
  return "white";
}

function wrapped(text, width, font) {
  const lines = [""];
  for (const piece of text.match(/[^\s\u2e80-\uffef]+\s*|\s+|.[，。、；：）！？]*/gu) ?? []) {
    if (lines.at(-1) && measure(font, lines.at(-1) + piece.trimEnd()).width > width) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines;
}

const canvas = document.createElement("canvas").getContext("2d");
function measure(font, text) {
  canvas.font = font;
  return canvas.measureText(text);
}

function make(name, attributes = {}, text = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
