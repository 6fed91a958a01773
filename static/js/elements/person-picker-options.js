// The list of people below a <person-picker>: asked for while one types, walked with the arrows.
const TYPING_PAUSE = 80;

export class PickerOptions {
  settled = Promise.resolve();

  constructor(input, list, { src, add }) {
    Object.assign(this, { input, list, src, add });
  }

  get isOpen() {
    return this.list.childElementCount > 0;
  }

  get all() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  get active() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  ask = () => {
    this.asking?.abort();
    this.asking = new AbortController();
    this.settled = this.fetch(this.input.value.trim(), this.asking.signal);
  };

  async fetch(typed, signal) {
    if (!typed) return this.close();
    await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE));
    if (signal.aborted) return;
    try {
      const answer = await fetch(`${this.src}?${new URLSearchParams({ q: typed })}`, {
        signal,
        headers: { "HX-Request": "true", "HX-Target": "options" },
      });
      if (answer.ok) this.show(await answer.text(), typed);
    } catch (error) {
      if (error.name !== "AbortError") this.show("", typed);
    }
  }

  show(html, typed) {
    this.list.innerHTML = html;
    this.list.append(this.newcomer(typed));
    this.all.forEach((option, index) => {
      option.id = `${this.list.id}-${index}`;
    });
    this.input.ariaExpanded = "true";
    this.select(this.all[0]);
  }

  newcomer(typed) {
    const option = document.createElement("div");
    option.className = "picker-option";
    option.setAttribute("role", "option");
    option.dataset.name = typed;
    option.textContent = `${this.add} “${typed}”`;
    return option;
  }

  move(step) {
    const all = this.all;
    const at = all.indexOf(this.active);
    if (all.length) this.select(all[(at + step + all.length) % all.length]);
  }

  select(option) {
    for (const other of this.all) other.ariaSelected = String(other === option);
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.asking?.abort();
    this.list.replaceChildren();
    this.input.ariaExpanded = "false";
    this.input.removeAttribute("aria-activedescendant");
  }
}
