// Decisions on their way: numbered, sent again until Python says that they are committed.

const SEND_EVERY_MS = 120
const ANSWER_WITHIN_MS = 6000

class PendingLog {
  constructor(onChange) {
    const bytes = crypto.getRandomValues(new Uint8Array(8))
    this.client = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
    this.onChange = onChange
    this.pending = []
    this.counts = { saved: 0, failed: 0 }
    this.isLate = false
    this.seq = 0
    this.sent = 0
    this.sending = null
    this.waiting = null
  }

  // The first of a burst leaves at once, the others together.
  add(entry) {
    this.seq += 1
    this.pending.push({ ...entry, seq: this.seq })
    if (!this.sending) this.send()
  }

  send() {
    clearTimeout(this.sending)
    this.sending = null
    if (!this.pending.length) return
    const entries = this.pending.map(({ seq, key, action, note, version }) => ({ seq, key, action, note, version }))
    this.sent += 1
    this.setState("log", { client: this.client, sent: this.sent, entries })
    const newest = this.seq
    this.sending = setTimeout(() => {
      this.sending = null
      if (this.seq > newest) this.send()
    }, SEND_EVERY_MS)
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.late(), ANSWER_WITHIN_MS)
  }

  late() {
    if (!this.pending.length) return
    this.isLate = true
    this.onChange()
    this.send()
  }

  // Drops what Python has taken; gives each such entry with the sentence if it was refused.
  acknowledge(acks, results) {
    const upTo = acks[this.client] ?? 0
    const answered = this.pending.filter((entry) => entry.seq <= upTo)
    this.pending = this.pending.filter((entry) => entry.seq > upTo)
    if (!this.pending.length) {
      this.isLate = false
      clearTimeout(this.waiting)
    }
    return answered.map((entry) => {
      const result = results.find((one) => one.client === this.client && one.seq === entry.seq)
      const refused = result && !result.ok ? result.says : ""
      this.counts[refused ? "failed" : "saved"] += 1
      return { entry, refused }
    })
  }

  close() {
    clearTimeout(this.sending)
    clearTimeout(this.waiting)
  }
}
