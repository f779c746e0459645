// Made tones, and whether the browser lets them sound. Used by the room's sound, by the list of sounds and by the officer's page.
// Each kind of alert has a rhythm and pitches of its own, so that who hears pitch badly knows it too. Promises: nothing sounds
// before a person touched the page, because browsers refuse it and a refused tone is no signal.

// Notes as [hertz, seconds it sounds, seconds until the next begins].
const patterns = {
  // Six quick ones up and down, without a rest.
  Kidnapping: [[988, 0.11, 0.12], [740, 0.11, 0.12], [988, 0.11, 0.12], [740, 0.11, 0.12], [988, 0.11, 0.12], [740, 0.11, 0.12]],
  // Long, short, long, on one low pitch: our own people.
  UnitOverdue: [[415, 0.42, 0.5], [415, 0.1, 0.2], [415, 0.42, 0.5]],
  // Three long ones.
  Arrest: [[880, 0.26, 0.3], [660, 0.26, 0.3], [880, 0.26, 0.3]],
  // Two short and a long one.
  Stop: [[784, 0.08, 0.13], [784, 0.08, 0.13], [523, 0.34, 0.4]],
  // Slow and rising.
  Welfare: [[440, 0.36, 0.45], [554, 0.36, 0.45], [659, 0.5, 0.6]],
  // One pair with a rest between.
  Identity: [[587, 0.1, 0.38], [587, 0.1, 0.3]],
};

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

  /** The sound of a kind of alert; call it while running. */
  play(kind) {
    this.#notes(patterns[kind] ?? patterns.Identity);
  }

  /** Three notes; call it while running. */
  ring() {
    this.#notes([[880, 0.18, 0.22], [660, 0.18, 0.22], [880, 0.18, 0.22]]);
  }

  /** Two low notes: something technical. */
  hum() {
    this.#notes([[330, 0.24, 0.3], [262, 0.24, 0.3]]);
  }

  #notes(notes) {
    let at = this.#context.currentTime;
    for (const [hertz, sounds, next] of notes) {
      this.#note(hertz, at, sounds);
      at += next;
    }
  }

  #note(hertz, at, seconds) {
    const oscillator = this.#context.createOscillator();
    const volume = this.#context.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
    volume.gain.setValueAtTime(0.25, at + seconds - 0.03);
    volume.gain.linearRampToValueAtTime(0, at + seconds);
    oscillator.connect(volume).connect(this.#context.destination);
    oscillator.start(at);
    oscillator.stop(at + seconds + 0.02);
  }
}
