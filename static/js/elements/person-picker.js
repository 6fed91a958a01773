// Picks people by typing. The markup (templates/components/person_picker.html draws it):
//
//   <person-picker data-src="/people/pick/" data-name="people" data-new-name="new_people"
//                  data-remove="Remove" data-add="Add">
//     <div class="picker-box" data-box hidden>
//       <span class="chip" data-chip>Ana <input type="hidden" name="people" value="UID"></span>
//       <input class="picker-input" role="combobox" aria-label="…" aria-expanded="false"
//              aria-autocomplete="list" aria-controls="ID" autocomplete="off">
//     </div>
//     <div class="picker-options" id="ID" role="listbox" aria-label="…"></div>
//     <textarea data-plain name="names">…</textarea>      one name a line, without JavaScript
//   </person-picker>
//
// GET data-src?q=… answers with <div class="picker-option" role="option" data-uid data-name>…</div>
// rows and nothing else. Enter or Tab takes the active option; Enter takes a name that nobody has
// as a new person (hidden input data-new-name). Backspace in the empty box takes the last chip away.
// The textarea is disabled once this element works, so that only one of the two is sent. Sends the
// event person-picker-change when the choice changes.
import { PickerOptions } from "netcrm/person-picker-options";

class PersonPicker extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("[role=combobox]");
    this.box = this.querySelector("[data-box]");
    this.options = new PickerOptions(
      this.input,
      this.querySelector("[role=listbox]"),
      this.dataset,
    );
    const wasHere = this.contains(document.activeElement);
    this.box.hidden = false;
    for (const plain of this.querySelectorAll("[data-plain]")) plain.disabled = true;
    if (wasHere) this.input.focus();
    for (const chip of this.querySelectorAll("[data-chip]")) this.addRemover(chip);
    this.input.addEventListener("input", this.options.ask);
    this.addEventListener("keydown", this.press);
    this.addEventListener("click", this.click);
    this.addEventListener("focusout", this.leave);
  }

  disconnectedCallback() {
    this.options.close();
    this.removeEventListener("keydown", this.press);
    this.removeEventListener("click", this.click);
    this.removeEventListener("focusout", this.leave);
  }

  press = async (event) => {
    if (event.target !== this.input || event.isComposing) return;
    const isTaking = event.key === "Enter" || event.key === "," || event.key === "Tab";
    const isTyped = this.input.value.trim() !== "";
    if (event.key === "Backspace" && !this.input.value) this.remove(this.chips.at(-1));
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.options.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && this.options.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.options.close();
    } else if (isTaking && isTyped) {
      event.preventDefault();
      await this.options.settled;
      this.take(this.options.active);
    }
  };

  click = (event) => {
    const option = event.target.closest("[role=option]");
    if (option) this.take(option);
    else if (event.target.closest(".chip-remove")) this.remove(event.target.closest("[data-chip]"));
    else if (event.target === this.box) this.input.focus();
  };

  leave = (event) => {
    if (!this.contains(event.relatedTarget)) this.options.close();
  };

  get chips() {
    return [...this.querySelectorAll("[data-chip]")];
  }

  take(option) {
    const name = option?.dataset.name ?? this.input.value.trim();
    const uid = option?.dataset.uid;
    const value = uid || name;
    const isHere = this.chips.some((chip) => chip.querySelector("input").value === value);
    if (value && !isHere) this.input.before(this.chip(name, uid));
    this.input.value = "";
    this.options.close();
    this.input.focus();
    this.announce();
  }

  chip(name, uid) {
    const chip = document.createElement("span");
    chip.className = uid ? "chip" : "chip chip-new";
    chip.dataset.chip = "";
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = uid ? this.dataset.name : this.dataset.newName;
    hidden.value = uid || name;
    chip.append(name, hidden);
    this.addRemover(chip);
    return chip;
  }

  addRemover(chip) {
    if (chip.querySelector(".chip-remove")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip-remove";
    button.ariaLabel = `${this.dataset.remove} ${chip.textContent.trim()}`;
    button.textContent = "×";
    chip.append(button);
  }

  remove(chip) {
    if (!chip) return;
    chip.remove();
    this.input.focus();
    this.announce();
  }

  announce() {
    this.dispatchEvent(new CustomEvent("person-picker-change", { bubbles: true }));
  }
}

customElements.define("person-picker", PersonPicker);
