// What all three components share. Text is set with textContent only.

// Where the machine draws no flags it draws boxes or letters; the country's name stands beside it.
const drawsFlags = (() => {
  const pen = document.createElement("canvas").getContext("2d")
  if (!pen) return false
  pen.font = "32px sans-serif"
  return pen.measureText("\u{1F1FA}\u{1F1E6}").width < pen.measureText("\u{1F1FA}").width * 1.6
})()

function said(words) {
  const text = String(words)
  return drawsFlags ? text : text.replace(/[\u{1F1E6}-\u{1F1FF}]{2} ?/gu, "")
}

function make(tag, look, words) {
  const made = document.createElement(tag)
  if (look) made.className = look
  if (words !== undefined && words !== null) made.textContent = said(words)
  return made
}

function icon(name) {
  const made = make("span", "icon", name)
  made.setAttribute("aria-hidden", "true")
  return made
}
