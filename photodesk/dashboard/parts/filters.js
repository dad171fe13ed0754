// The filter bar: shows what the address says and asks for another address; holds no state itself.

const WAIT_MS = 350
const bars = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root")
  const bar = bars.get(parentElement) ?? { timer: null }
  bars.set(parentElement, bar)
  const pick = (name, value) => {
    clearTimeout(bar.timer)
    setTriggerValue("pick", { name, value })
  }
  const focused = parentElement.activeElement?.dataset?.id
  const kept = root.querySelector("input")
  root.replaceChildren(...data.groups.map((group) => draw(group, pick, bar, kept)))
  if (data.groups.some((group) => group.value !== group.rest)) {
    const all = make("button", "clear", "Show everything that waits")
    all.type = "button"
    all.dataset.id = "clear"
    all.onclick = () => pick("", "")
    root.append(all)
  }
  const total = make("span", "total")
  total.append(make("b", "", data.total), document.createTextNode(` ${data.noun}`))
  root.append(total)
  if (focused) root.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}

function draw(group, pick, bar, kept) {
  if (group.shape === "words") return words(group, pick, bar, kept)
  return group.shape === "select" ? select(group, pick) : chips(group, pick)
}

function chips(group, pick) {
  const box = make("span", "group chips")
  box.setAttribute("role", "group")
  box.setAttribute("aria-label", group.label)
  for (const option of group.options) {
    const on = option.value === group.value
    const chip = make("button", option.count === 0 ? "chip none" : "chip")
    chip.type = "button"
    chip.dataset.id = `${group.name}-${option.value}`
    chip.setAttribute("aria-pressed", String(on))
    if (option.icon) chip.append(icon(option.icon))
    chip.append(make("span", "", option.words))
    if (option.count !== null) chip.append(make("span", "count", String(option.count)))
    chip.onclick = () => pick(group.name, on ? group.rest : option.value)
    box.append(chip)
  }
  return box
}

function select(group, pick) {
  const box = make("span", "group")
  const menu = make("select", group.value === group.rest ? "" : "on")
  menu.setAttribute("aria-label", group.label)
  menu.dataset.id = group.name
  for (const option of group.options) {
    const line = make("option", "", option.count === null ? option.words : `${option.words} (${option.count})`)
    line.value = option.value
    line.selected = option.value === group.value
    menu.append(line)
  }
  menu.onchange = () => pick(group.name, menu.value)
  box.append(menu)
  return box
}

function words(group, pick, bar, kept) {
  const box = make("span", "group box")
  const input = kept ?? make("input")
  const typing = kept && kept.getRootNode().activeElement === kept
  input.type = "search"
  input.placeholder = group.label
  input.setAttribute("aria-label", group.label)
  input.dataset.id = group.name
  if (!typing) input.value = group.value
  const tell = () => { if (input.value.trim() !== group.value) pick(group.name, input.value.trim()) }
  input.oninput = () => {
    clearTimeout(bar.timer)
    bar.timer = setTimeout(tell, WAIT_MS)
  }
  input.onkeydown = (event) => {
    event.stopPropagation()
    if (event.key === "Enter") tell()
    if (event.key === "Escape") input.blur()
  }
  box.append(icon("search"), input)
  return box
}
