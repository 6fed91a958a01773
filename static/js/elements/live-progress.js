// <live-progress id="progress" data-src="/…/"> asks for itself again until the server answers
// with something else: an answer without this element ends the asking. Its content holds a plain
// reload link marked data-plain.
const EVERY = 700;

class LiveProgress extends HTMLElement {
  connectedCallback() {
    this.timer = setTimeout(this.ask, EVERY);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  ask = async () => {
    try {
      await htmx.ajax("GET", this.dataset.src, { target: this, swap: "outerHTML" });
    } finally {
      if (this.isConnected) this.timer = setTimeout(this.ask, EVERY * 4);
    }
  };
}

customElements.define("live-progress", LiveProgress);
