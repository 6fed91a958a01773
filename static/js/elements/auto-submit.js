// <auto-submit><form …></auto-submit>: sends the form as soon as a filter changes or a search is
// typed. The form's own button, marked data-plain, serves browsers without JavaScript.
const TYPING_PAUSE = 150;

class AutoSubmit extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this.send);
    this.addEventListener("input", this.wait);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.removeEventListener("change", this.send);
    this.removeEventListener("input", this.wait);
  }

  send = (event) => {
    clearTimeout(this.timer);
    if (event.target.type !== "search") event.target.form?.requestSubmit();
  };

  wait = (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => event.target.form?.requestSubmit(), TYPING_PAUSE);
  };
}

customElements.define("auto-submit", AutoSubmit);
