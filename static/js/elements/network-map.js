// <network-map> round a drawing (.map-drawing), its search ([name=q]) and its list: wheel, drag,
// buttons and two fingers move the drawing, typing marks whom it finds and shortens the list.
// Without it the same form is answered by the server.
const STEP = 1.3;
const CLOSEST = 12;
const A_DRAG = 4; // pixels: less is a click

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

class NetworkMap extends HTMLElement {
  connectedCallback() {
    this.drawing = this.querySelector(".map-drawing");
    this.search = this.querySelector("[name=q]");
    const tools = this.querySelector(".map-tools");
    if (!this.drawing || !this.search || !tools) return;
    const { x, y, width, height } = this.drawing.viewBox.baseVal;
    this.whole = { x, y, width, height };
    this.fingers = new Map();
    tools.hidden = false;
    tools.addEventListener("click", this.use);
    this.search.addEventListener("input", this.find);
    this.addEventListener("htmx:afterSettle", this.find); // the rest of the list has come
    this.drawing.addEventListener("wheel", this.roll, { passive: false });
    this.drawing.addEventListener("pointerdown", this.grab);
    this.drawing.addEventListener("pointermove", this.drag);
    for (const over of ["pointerup", "pointercancel", "pointerleave"]) {
      this.drawing.addEventListener(over, this.release);
    }
    this.drawing.addEventListener("click", this.keepFromFollowing, { capture: true });
    this.drawing.addEventListener("dragstart", this.keepStill);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  use = (event) => {
    const what = event.target.closest("button")?.value;
    if (what === "in") this.zoom(1 / STEP);
    if (what === "out") this.zoom(STEP);
    if (what === "all") this.show(this.whole);
  };

  find = () => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const wanted = fold(this.search.value.trim());
      for (const mark of this.drawing.querySelectorAll("a")) {
        const words = mark.firstElementChild.textContent;
        mark.classList.toggle("map-found", wanted !== "" && fold(words).includes(wanted));
      }
      for (const row of this.querySelectorAll("tbody tr")) {
        row.hidden = wanted !== "" && !fold(row.textContent).includes(wanted);
      }
    }, 100);
  };

  roll = (event) => {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls on
    event.preventDefault();
    this.zoom(event.deltaY > 0 ? 1.1 : 1 / 1.1, this.place(event));
  };

  grab = (event) => {
    this.fingers.set(event.pointerId, event);
    if (this.fingers.size === 1) this.moved = 0;
  };

  drag = (event) => {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const apart = this.apart();
    this.fingers.set(event.pointerId, event);
    if (this.fingers.size === 2 && apart) this.zoom(apart / this.apart(), this.place(event));
    if (this.fingers.size !== 1) return;
    this.moved +=
      Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    if (this.moved < A_DRAG) return;
    const from = this.place(before);
    const to = this.place(event);
    const box = this.drawing.viewBox.baseVal;
    this.show({
      x: box.x + from.x - to.x,
      y: box.y + from.y - to.y,
      width: box.width,
      height: box.height,
    });
  };

  release = (event) => this.fingers.delete(event.pointerId);

  keepStill = (event) => event.preventDefault();

  keepFromFollowing = (event) => {
    const isByPointer = event.detail > 0; // Enter on a link is a click, too
    if (isByPointer && this.moved >= A_DRAG) event.preventDefault();
  };

  apart() {
    const [one, other] = this.fingers.values();
    return other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
  }

  place(event) {
    const point = new DOMPoint(event.clientX, event.clientY);
    return point.matrixTransform(this.drawing.getScreenCTM().inverse());
  }

  zoom(factor, around) {
    const box = this.drawing.viewBox.baseVal;
    const width = Math.min(
      this.whole.width,
      Math.max(this.whole.width / CLOSEST, box.width * factor),
    );
    const kept = width / box.width;
    const at = around ?? { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    this.show({
      x: at.x - (at.x - box.x) * kept,
      y: at.y - (at.y - box.y) * kept,
      width,
      height: box.height * kept,
    });
  }

  show({ x, y, width, height }) {
    this.drawing.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  }
}

customElements.define("network-map", NetworkMap);
