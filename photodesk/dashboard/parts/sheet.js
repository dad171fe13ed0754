// The contact sheet: moving, marking and asking for the reason happen here; decisions go to Python
// as a numbered log that it acknowledges after the commit. Text is set with textContent only.

const ACTIONS = {
  a: { action: "clear", words: "Clear", done: "Cleared", icon: "check_circle" },
  s: { action: "restrict", words: "Restrict", done: "Restricted", icon: "gpp_maybe" },
  x: { action: "block", words: "Block", done: "Blocked", icon: "block" },
}
const BY_PLACE = { KeyA: "a", KeyS: "s", KeyX: "x" } // the same keys on a Cyrillic keyboard
const HELP = [
  ["← → ↑ ↓", "Move"], ["Enter", "Open the photo page"], ["A", "Clear"], ["S", "Restrict"],
  ["X", "Block"], ["↓ in the reason", "Usual reasons"], ["Esc", "Back without deciding"],
  ["Home End", "First, last"], ["+ −", "Size of the tiles"], ["N", "Next page"], ["?", "This help"],
]
const SIZES = ["s", "m", "l"]
const sheets = new WeakMap()

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component
  let sheet = sheets.get(parentElement)
  if (!sheet) {
    sheet = new Sheet(parentElement)
    sheets.set(parentElement, sheet)
  }
  sheet.log.setState = setStateValue
  sheet.setTrigger = setTriggerValue
  sheet.show(data)
  return () => {
    sheets.delete(parentElement)
    sheet.close()
  }
}

function badge(look) {
  const made = make("span", `badge ${look.tone}`)
  made.append(icon(look.icon), make("span", "", look.words))
  if (look.title) made.title = look.title
  return made
}

class Sheet {
  constructor(parent) {
    this.root = parent.querySelector(".root")
    this.list = this.root.querySelector(".tiles")
    this.bar = this.root.querySelector(".bar")
    this.log = new PendingLog(() => this.drawBar())
    this.tiles = []
    this.nodes = []
    this.at = -1
    this.marks = new Map()
    this.lastNote = {}
    this.asking = null
    this.helping = false
    this.signature = null
    this.onKey = (event) => this.key(event)
    this.onLeave = (event) => {
      if (this.log.pending.length || (this.asking && this.input?.value)) event.preventDefault()
    }
    document.addEventListener("keydown", this.onKey)
    window.addEventListener("beforeunload", this.onLeave)
    this.list.onclick = (event) => this.pick(event, false)
    this.list.ondblclick = (event) => this.pick(event, true)
    this.resize(localStorage.getItem("photodesk.size") ?? "m")
  }

  close() {
    document.removeEventListener("keydown", this.onKey)
    window.removeEventListener("beforeunload", this.onLeave)
    this.log.close()
  }

  show(data) {
    this.data = data
    this.root.classList.toggle("alone", Boolean(data.alone))
    if (data.signature !== this.signature) this.build(data)
    else data.tiles.forEach((tile, index) => this.patch(index, tile))
    this.acknowledge(data)
    this.drawBar()
  }

  build(data) {
    this.signature = data.signature
    this.tiles = data.tiles
    this.marks.clear()
    this.nodes = data.tiles.map((tile, index) => this.draw(tile, index))
    this.list.replaceChildren(...this.nodes)
    const key = sessionStorage.getItem("photodesk.cursor")
    const found = data.tiles.findIndex((tile) => tile.key === key)
    this.select(data.tiles.length ? Math.max(found, 0) : -1, found > 0)
    if (!data.alone && document.activeElement === document.body) this.list.focus({ preventScroll: true })
  }

  patch(index, tile) {
    if (JSON.stringify(tile) === JSON.stringify(this.tiles[index])) return
    this.tiles[index] = tile
    const node = this.draw(tile, index)
    this.nodes[index].replaceWith(node)
    this.nodes[index] = node
    if (index === this.at) node.setAttribute("aria-selected", "true")
  }

  draw(tile, index) {
    const node = make("div", "tile")
    node.id = `tile-${index}`
    node.setAttribute("role", "option")
    node.setAttribute("aria-selected", "false")
    node.setAttribute("aria-label", tile.spoken)
    const frame = make("div", "frame")
    if (tile.src) {
      const image = make("img")
      image.alt = tile.alt
      image.width = tile.width
      image.height = tile.height
      image.decoding = "async"
      image.loading = index < 24 ? "eager" : "lazy"
      image.draggable = false
      image.onerror = () => image.replaceWith(this.gone("The picture cannot be shown"))
      image.src = tile.src
      frame.append(image)
    } else {
      frame.append(this.gone(tile.missing))
    }
    const top = make("div", "over top")
    top.append(badge(tile.verdict))
    if (tile.used) top.append(badge(tile.used))
    frame.append(top)
    const foot = make("div", "over foot")
    foot.append(...(tile.state ? [tile.state] : []).concat(tile.flags).map(badge))
    frame.append(foot)
    const words = make("div", "words")
    const credit = make("div", "credit", tile.credit)
    credit.title = tile.credit
    const caption = make("div", "caption", tile.caption)
    caption.title = tile.caption
    const places = make("div", "places", tile.places)
    places.title = tile.places
    words.append(credit, caption, places)
    node.append(frame, words)
    const mark = this.marks.get(tile.key)
    if (mark) this.stamp(node, mark)
    return node
  }

  gone(says) {
    const box = make("div", "gone")
    box.append(icon("hide_image"), make("span", "", says))
    return box
  }

  stamp(node, mark) {
    node.querySelector(".mark")?.remove()
    node.classList.toggle("done", mark.state !== "failed")
    const strip = make("div", `mark ${mark.state}`)
    const looks = { saving: "hourglass_top", saved: "task_alt", failed: "error" }
    strip.append(icon(looks[mark.state]), make("span", "", mark.words))
    if (mark.says) strip.title = mark.says
    node.querySelector(".frame").append(strip)
  }

  mark(key, mark) {
    this.marks.set(key, mark)
    const index = this.tiles.findIndex((tile) => tile.key === key)
    if (index >= 0) this.stamp(this.nodes[index], mark)
  }

  select(index, scroll = true) {
    if (this.at >= 0) this.nodes[this.at]?.setAttribute("aria-selected", "false")
    this.at = index
    if (index < 0) return
    const node = this.nodes[index]
    node.setAttribute("aria-selected", "true")
    this.list.setAttribute("aria-activedescendant", node.id)
    if (scroll) node.scrollIntoView({ block: "nearest" })
    sessionStorage.setItem("photodesk.cursor", this.tiles[index].key)
    clearTimeout(this.looking)
    this.looking = setTimeout(() => { // the large picture is there before the eye asks for it
      const big = this.tiles[this.at]?.big
      if (big) new Image().src = big
    }, 200)
    this.drawBar()
  }

  pick(event, open) {
    const node = event.target.closest(".tile")
    if (!node) return
    this.stopAsking()
    this.select(this.nodes.indexOf(node), false)
    this.list.focus({ preventScroll: true })
    if (open) this.open()
    else if (event.ctrlKey || event.metaKey) window.open(this.tiles[this.at].way, "_blank")
  }

  open() {
    const tile = this.tiles[this.at]
    if (!tile || this.data.alone) return
    this.log.send()
    this.setTrigger("open", tile.way)
  }

  columns() {
    const first = this.nodes[0]?.offsetTop
    const more = this.nodes.findIndex((node) => node.offsetTop !== first)
    return more < 0 ? this.nodes.length : more
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const target = event.composedPath()[0]
    if (target === this.input) return this.typing(event)
    const here = event.composedPath().includes(this.root)
    if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return
    if (document.querySelector('[role="dialog"]')) return
    const pressed = /^[a-z?+=-]$/i.test(event.key) ? event.key.toLowerCase() : BY_PLACE[event.code] ?? event.key
    if (ACTIONS[pressed] && !event.repeat) {
      this.ask(pressed)
      return event.preventDefault()
    }
    if (pressed === "?") {
      this.helping = !this.helping
      this.drawBar()
      return event.preventDefault()
    }
    if (this.data.alone) return
    if (pressed === "+" || pressed === "=" || pressed === "-") return this.grow(pressed === "-" ? -1 : 1)
    if (target !== document.body && target !== this.list) return
    if (!here && target !== document.body) return
    const last = this.tiles.length - 1
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.columns(), ArrowDown: this.columns() }
    if (pressed in steps) {
      const next = this.at + steps[pressed]
      if (next >= 0 && next <= last) this.select(next)
    } else if (pressed === "Home") this.select(Math.min(0, last))
    else if (pressed === "End") this.select(last)
    else if (pressed === "Enter" || pressed === " ") this.open()
    else return
    event.preventDefault()
  }

  typing(event) {
    event.stopPropagation()
    if (event.key === "Enter" && !event.isComposing) this.commit()
    else if (event.key === "Escape") this.stopAsking()
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const reasons = this.data.reasons[this.asking.action]
      const at = reasons.indexOf(this.input.value)
      const step = event.key === "ArrowDown" ? 1 : -1
      this.input.value = reasons[(at + step + reasons.length + (at < 0 && step < 0 ? 1 : 0)) % reasons.length]
    } else return
    event.preventDefault()
  }

  ask(letter) {
    if (this.at < 0) return
    this.asking = ACTIONS[letter]
    this.helping = false
    this.drawBar()
    this.input.value = this.lastNote[this.asking.action] ?? ""
    this.input.focus({ preventScroll: true })
    this.input.select()
  }

  stopAsking() {
    if (!this.asking) return
    this.asking = null
    this.drawBar()
    if (!this.data.alone) this.list.focus({ preventScroll: true })
  }

  commit() {
    const note = this.input.value.trim()
    if (!note) {
      this.wanting = true
      this.drawBar()
      this.input.focus()
      return
    }
    const tile = this.tiles[this.at]
    const { action, done } = this.asking
    this.wanting = false
    this.lastNote[action] = note
    this.log.add({ key: tile.key, action, note, version: tile.version, done })
    this.mark(tile.key, { state: "saving", words: `${done}, saving` })
    this.stopAsking()
    if (this.at < this.tiles.length - 1) this.select(this.at + 1)
    else this.drawBar()
  }

  acknowledge(data) {
    for (const { entry, refused } of this.log.acknowledge(data.acks ?? {}, data.results ?? [])) {
      if (refused) this.mark(entry.key, { state: "failed", words: "Not saved", says: refused })
      else this.mark(entry.key, { state: "saved", words: `${entry.done}, saved` })
    }
  }

  resize(size) {
    this.size = SIZES.includes(size) ? size : "m"
    this.root.dataset.size = this.size
    localStorage.setItem("photodesk.size", this.size)
  }

  grow(step) {
    const next = SIZES[SIZES.indexOf(this.size) + step]
    if (next) this.resize(next)
    if (this.at >= 0) this.nodes[this.at].scrollIntoView({ block: "nearest" })
  }

  drawBar() {
    if (!this.data) return
    if (this.asking && this.bar.querySelector(".ask")) return this.drawAsk()
    this.input = null
    this.bar.replaceChildren()
    if (this.helping) this.bar.append(this.help())
    const tile = this.tiles[this.at]
    if (this.asking) return this.drawAsk()
    if (!tile) return
    const line = make("div", "line")
    if (!this.data.alone) {
      const which = make("div", "which")
      which.append(make("b", "", `${this.at + 1} of ${this.tiles.length}  `), document.createTextNode(tile.line))
      line.append(which)
    }
    for (const [letter, { words, icon: name }] of Object.entries(ACTIONS)) {
      line.append(this.button([icon(name), make("span", "", words), make("kbd", "", letter.toUpperCase())], () => this.ask(letter)))
    }
    if (!this.data.alone) line.append(this.button([make("span", "", "Open"), make("kbd", "", "Enter")], () => this.open()))
    line.append(this.button([make("span", "", "Keys"), make("kbd", "", "?")], () => {
      this.helping = !this.helping
      this.drawBar()
    }, "quiet"))
    line.append(this.status())
    this.bar.append(line)
    const mark = this.marks.get(tile.key)
    if (mark?.says) this.bar.append(make("div", "says", mark.says))
  }

  drawAsk() {
    let row = this.bar.querySelector(".ask")
    if (!row) {
      row = make("div", "line ask")
      const label = make("label")
      label.htmlFor = "reason"
      this.input = make("input")
      this.input.id = "reason"
      this.input.autocomplete = "off"
      this.input.maxLength = 500
      const save = this.button([make("span", "", "Save"), make("kbd", "", "Enter")], () => this.commit())
      const back = this.button([make("span", "", "Back"), make("kbd", "", "Esc")], () => this.stopAsking(), "quiet")
      row.append(label, this.input, save, back, make("span", "slot"))
      this.bar.append(row, make("div", "line reasons"))
    }
    row.querySelector("label").textContent = `${this.asking.words}, because`
    this.input.placeholder = this.wanting ? "A decision needs a reason" : "Why? ↓ for the usual reasons"
    row.querySelector(".slot").replaceChildren(this.status())
    const reasons = this.bar.querySelector(".reasons")
    reasons.replaceChildren(...this.data.reasons[this.asking.action].map((reason) => this.button([make("span", "", reason)], () => {
      this.input.value = reason
      this.commit()
    }, "reason")))
  }

  button(kids, act, look = "") {
    const made = make("button", look)
    made.type = "button"
    made.append(...kids)
    made.onclick = act
    return made
  }

  status() {
    const { pending, counts, isLate } = this.log
    const many = pending.length
    const box = make("span", "status")
    box.setAttribute("role", "status")
    if (isLate) {
      box.classList.add("failed")
      box.append(icon("cloud_off"), make("span", "", `${many} not saved yet: the newsroom does not answer. Keep this page open.`))
    } else if (many) box.append(icon("sync"), make("span", "", `Saving ${many}`))
    else if (counts.failed) {
      box.classList.add("failed")
      box.append(icon("error"), make("span", "", `${counts.saved} saved, ${counts.failed} not saved`))
    } else if (counts.saved) box.append(icon("cloud_done"), make("span", "", `${counts.saved} saved as ${this.data.actor}`))
    else box.append(icon("person"), make("span", "", `Deciding as ${this.data.actor}`))
    return box
  }

  help() {
    const box = make("div", "help")
    for (const [keys, does] of HELP) {
      const row = make("div")
      row.append(make("kbd", "", keys), make("span", "", does))
      box.append(row)
    }
    return box
  }
}
