// A made tone, and whether the browser lets it sound. Used by the room's sound and by the officer's page.
// Promises: nothing sounds before a person touched the page, because browsers refuse it and a refused tone is no signal.

export class Tone {
  #context = null;

  get running() {
    return this.#context?.state === "running";
  }

  /** Call it from a touch or a key. */
  async begin() {
    this.#context ??= new AudioContext();
    if (this.#context.state === "suspended") {
      await this.#context.resume();
    }
  }

  /** Three notes; call it while running. */
  ring() {
    this.#notes([880, 660, 880], 0.22);
  }

  /** Two low notes: something technical. */
  hum() {
    this.#notes([330, 262], 0.3);
  }

  #notes(pitches, gap) {
    const start = this.#context.currentTime;
    pitches.forEach((hertz, i) => this.#note(hertz, start + i * gap));
  }

  #note(hertz, at) {
    const oscillator = this.#context.createOscillator();
    const volume = this.#context.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + 0.18);
    oscillator.connect(volume).connect(this.#context.destination);
    oscillator.start(at);
    oscillator.stop(at + 0.2);
  }
}
