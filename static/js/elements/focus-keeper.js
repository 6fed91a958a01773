// <focus-keeper></focus-keeper>, once in the frame: when a swap takes the focused control away, as
// after "Done" on a row, the focus goes to what stands in its place instead of to the page's start.
const STOPS = "a[href], button, summary, input:not([type='hidden']), select, textarea";

class FocusKeeper extends HTMLElement {
  connectedCallback() {
    document.addEventListener("htmx:beforeSwap", this.remember);
    document.addEventListener("htmx:afterSettle", this.restore);
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:beforeSwap", this.remember);
    document.removeEventListener("htmx:afterSettle", this.restore);
  }

  remember = ({ detail: { target, shouldSwap } }) => {
    if (!shouldSwap || !target.id || !target.contains(document.activeElement)) return;
    this.place = { id: target.id, at: this.stops(target).indexOf(document.activeElement) };
  };

  restore = () => {
    const area = document.getElementById(this.place?.id);
    if (!area) return;
    const { at } = this.place;
    this.place = undefined;
    if (document.activeElement !== document.body) return;
    const stops = this.stops(area);
    stops[Math.min(at, stops.length - 1)]?.focus({ preventScroll: true });
  };

  stops(area) {
    return [...area.querySelectorAll(STOPS)].filter((stop) => stop.checkVisibility());
  }
}

customElements.define("focus-keeper", FocusKeeper);
