"use strict";

// Graphs in a page. A graph is shown in its full size, scrolled to its root. One that is larger than its box can be
// moved and zoomed by mouse, touch and keys. A value under the pointer, or with the focus, highlights the paths
// through it.

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const graphs = [...document.querySelectorAll(".picture > svg")].filter(svg => svg.querySelector(".graph"));
inStep(graphs.map(svg => look(svg.parentNode, svg)));
graphs.forEach(light);

// Lets all graphs measure first, then all write, and so on. Otherwise the browser would lay out the page for each
// graph.
function inStep(works) {
  while (works.filter(work => !work.next().done).length > 0);
}

function look(box, svg) {
  const width = parseFloat(svg.style.getPropertyValue("--width")), {width: w, height: h} = svg.viewBox.baseVal;
  const least = Number(box.dataset.least ?? 1);    // the smallest zoom at which it is readable
  const tools = make("div", {className: "tools"});
  tools.innerHTML = '<button type="button" aria-label="Smaller" title="Smaller (−)">−</button>'
    + '<button type="button" aria-label="Larger" title="Larger (+)">+</button>'
    + '<button type="button" title="All of it (0)">Fit</button>'
    + '<button type="button" title="As it was drawn (1)">100 %</button>'
    + "<span>Drag to move; click, then turn the wheel to zoom</span>";
  const [smaller, larger, all, drawn] = tools.querySelectorAll("button");
  box.after(tools);
  let zoom = 1, touched = false, before;

  const around = box.parentElement;
  function room() {
    const outer = getComputedStyle(around), inner = getComputedStyle(box);
    const paddings = [outer.paddingLeft, outer.paddingRight, inner.paddingLeft, inner.paddingRight];
    return around.clientWidth - [...paddings, inner.borderLeftWidth, inner.borderRightWidth]
      .reduce((rest, part) => rest + parseFloat(part), 0);
  }
  const fit = () => Math.min(1, room() / width, .7 * innerHeight / (width * h / w));

  // Zooms. The point of the picture at x, y on the screen stays there.
  function choose(next, x, y) {
    touched = true;
    const before = svg.getBoundingClientRect(), frame = box.getBoundingClientRect();
    x ??= frame.left + frame.width / 2;
    y ??= frame.top + frame.height / 2;
    zoom = Math.min(4, Math.max(Math.min(fit(), .1), next));
    svg.style.width = width * zoom + "px";
    const after = svg.getBoundingClientRect();
    box.scrollLeft += after.left + (x - before.left) / before.width * after.width - x;
    box.scrollTop += after.top + (y - before.top) / before.height * after.height - y;
    moves(box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
  }

  function moves(scrolls) {
    box.classList.toggle("moves", scrolls);
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Arrow keys move the picture, + and − zoom, 0 shows all of it");
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }

  // Chooses the first zoom and scrolls to the root, which is at the right. Each yield waits for the other graphs.
  function* start() {
    before = around.clientWidth;
    const all = fit();
    yield;
    zoom = Math.min(1, Math.max(least, all));
    svg.style.width = width * zoom + "px";
    tools.hidden = all >= 1;
    yield;
    const root = svg.querySelector(".output")?.getBoundingClientRect(), frame = box.getBoundingClientRect();
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    const left = box.scrollWidth;
    const top = root ? box.scrollTop + root.top + root.height / 2 - frame.top - frame.height / 2 : 0;
    yield;
    moves(scrolls);
    if (scrolls) box.scrollTo(left, top);
    box.dispatchEvent(new Event("placed"));
  }

  smaller.onclick = () => choose(zoom / 1.25);
  larger.onclick = () => choose(zoom * 1.25);
  all.onclick = () => choose(fit());
  drawn.onclick = () => choose(1);
  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const button = {"-": smaller, "+": larger, "=": larger, "0": all, "1": drawn}[event.key];
    if (button) button.click();
    if (button || box.classList.contains("moves") && event.key.startsWith("Arrow")) event.stopPropagation();
  });

  // The wheel scrolls the page, unless the picture has the focus.
  box.addEventListener("wheel", event => {
    const here = box.contains(document.activeElement) && !tools.hidden;
    if (!event.ctrlKey && !here || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    event.preventDefault();
    choose(zoom * Math.exp(-event.deltaY * (event.ctrlKey ? .01 : .002)), event.clientX, event.clientY);
  }, {passive: false});

  box.addEventListener("pointerdown", event => {
    if (event.pointerType !== "mouse" || event.button !== 0 || !box.classList.contains("moves")) return;
    event.preventDefault();
    box.focus({preventScroll: true});
    const move = to => box.scrollBy(-to.movementX, -to.movementY);
    box.classList.add("dragged");
    addEventListener("pointermove", move);
    addEventListener("pointerup", () => {
      removeEventListener("pointermove", move);
      box.classList.remove("dragged");
    }, {once: true});
  });

  const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  let distance = 0;
  box.addEventListener("touchstart", event => {
    if (event.touches.length === 2) distance = apart(event.touches);
  }, {passive: true});
  box.addEventListener("touchmove", event => {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [a, b] = event.touches, now = apart(event.touches);
    choose(zoom * now / distance, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
    distance = now;
  }, {passive: false});

  new ResizeObserver(() => {
    if (around.clientWidth !== before && around.clientWidth > 0 && !touched) inStep([start()]);
  }).observe(around);
  printed(svg, width);
  return start();
}

// A printed graph is at most as wide as the page. If it would be too small to read, only the part near its root is
// printed.
function printed(svg, width) {
  const most = 3000, room = 1800;
  if (width <= most) return;
  const whole = svg.getAttribute("viewBox"), {width: w, height: h} = svg.viewBox.baseVal, unit = w / width;
  addEventListener("beforeprint", () => {
    const frame = svg.getBoundingClientRect(), root = svg.querySelector(".output").getBoundingClientRect();
    const y = (root.top + root.height / 2 - frame.top) / frame.height * h, height = Math.min(h, room * unit);
    const top = Math.min(Math.max(0, y - height / 2), h - height);
    svg.setAttribute("viewBox", [w - room * unit, top, room * unit, height].join(" "));
    svg.closest("figure").classList.add("cut");
  });
  addEventListener("afterprint", () => {
    svg.setAttribute("viewBox", whole);
    svg.closest("figure").classList.remove("cut");
  });
}

function light(svg) {
  const edges = [...svg.querySelectorAll(".edge[data-from]")], into = new Map(), outOf = new Map();
  for (const edge of edges) {
    const from = document.getElementById(edge.dataset.from), to = document.getElementById(edge.dataset.to);
    into.set(to, [...into.get(to) ?? [], [edge, from]]);
    outOf.set(from, [...outOf.get(from) ?? [], [edge, to]]);
  }
  let lit = new Set();

  function reach(node, ways) {
    for (const [edge, next] of ways.get(node) ?? []) {
      lit.add(edge);
      if (lit.has(next)) continue;
      lit.add(next);
      reach(next, ways);
    }
  }

  function point(node) {
    lit.forEach(element => element.classList.remove("on"));
    lit = new Set();
    svg.classList.toggle("lit", Boolean(node));
    if (!node) return;
    reach(node, into);
    reach(node, outOf);
    lit.add(node);
    lit.forEach(element => element.classList.add("on"));
  }

  const at = event => event.target.closest?.(".node");
  svg.addEventListener("pointerover", event => point(at(event)));
  svg.addEventListener("pointerleave", () => point(null));
  svg.addEventListener("focusin", event => point(at(event)));
  svg.addEventListener("focusout", () => point(null));

  // The arrow keys move from value to value, starting at the root. The operands of a value are to its left.
  const values = [...svg.querySelectorAll(".node:not(.op)")];
  svg.setAttribute("role", "group");
  for (const value of values) {
    value.setAttribute("role", "img");
    value.tabIndex = value.classList.contains("output") ? 0 : -1;
  }
  const next = (node, ways) => (ways.get(node) ?? [])
    .map(([, to]) => to.classList.contains("op") ? next(to, ways)[0] : to);
  svg.addEventListener("keydown", event => {
    const node = at(event);
    if (!node || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const here = node.getBoundingClientRect();
    const beside = below => values.filter(value => {
      const there = value.getBoundingClientRect();
      const overlaps = there.left < here.right && there.right > here.left;
      return overlaps && (below ? there.top > here.top : there.top < here.top);
    }).sort((a, b) => (below ? 1 : -1) * (a.getBoundingClientRect().top - b.getBoundingClientRect().top));
    const to = {ArrowLeft: () => next(node, into), ArrowRight: () => next(node, outOf),
      ArrowUp: () => beside(false), ArrowDown: () => beside(true)}[event.key];
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    const [target] = to();
    if (!target) return;
    node.tabIndex = -1;
    target.tabIndex = 0;
    target.focus({preventScroll: true});
    target.scrollIntoView({block: "nearest", inline: "nearest"});
  });
}
