// <rating-steps> around fieldsets of five radio buttons: 1 to 5 rate and go on to the next
// question, 0 takes the rating back, up and down move between questions.
class RatingSteps extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this.press);
  }

  disconnectedCallback() {
    this.removeEventListener("keydown", this.press);
  }

  get questions() {
    return [...this.querySelectorAll("fieldset")];
  }

  press = (event) => {
    const question = event.target.closest("fieldset");
    if (!question || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-5]$/.test(event.key)) this.rate(question, event.key);
    else if (event.key === "0" || event.key === "Backspace") this.unrate(question);
    else if (event.key === "ArrowDown") this.go(question, 1);
    else if (event.key === "ArrowUp") this.go(question, -1);
    else return;
    event.preventDefault();
  };

  rate(question, value) {
    const radio = question.querySelector(`input[value="${value}"]`);
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    if (!this.go(question, 1)) this.afterLast()?.focus();
  }

  unrate(question) {
    const radio = question.querySelector("input:checked");
    if (!radio) return;
    radio.checked = false;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  }

  go(question, step) {
    const next = this.questions[this.questions.indexOf(question) + step];
    const radio = next?.querySelector("input:checked") ?? next?.querySelector("input");
    radio?.focus();
    return radio;
  }

  // Enter on a radio button sends the form, so the focus may rest on the last question.
  afterLast() {
    return this.questions.at(-1).querySelector("input:checked");
  }
}

customElements.define("rating-steps", RatingSteps);
