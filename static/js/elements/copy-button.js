// <copy-button data-text="…" data-done="Copied"><button type="button">Copy</button></copy-button>
const SHOWN_FOR = 1500;

class CopyButton extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.copy);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.removeEventListener("click", this.copy);
  }

  copy = async () => {
    const button = this.querySelector("button");
    await navigator.clipboard.writeText(this.dataset.text);
    this.word ??= button.textContent;
    button.textContent = this.dataset.done;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      button.textContent = this.word;
    }, SHOWN_FOR);
  };
}

customElements.define("copy-button", CopyButton);
