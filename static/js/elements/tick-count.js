// <tick-count data-none="nobody ticked" data-some="%(number)s ticked"> inside a form: how many of the
// boxes that belong to the form are ticked, wherever on the page they stand.
class TickCount extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    document.addEventListener("change", this.count);
    document.addEventListener("htmx:afterSettle", this.count);
    this.count();
  }

  disconnectedCallback() {
    document.removeEventListener("change", this.count);
    document.removeEventListener("htmx:afterSettle", this.count);
  }

  count = () => {
    const boxes = [...this.form.elements].filter(({ type }) => type === "checkbox");
    const number = boxes.filter(({ checked }) => checked).length;
    const { none, some } = this.dataset;
    const words = number ? some.replace("%(number)s", number) : none;
    if (this.textContent !== words) this.textContent = words;
  };
}

customElements.define("tick-count", TickCount);
