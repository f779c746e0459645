// Where this phone is, while its owner shares it and the unit is on duty. Promises: nothing is asked of the phone before the switch is
// on; off duty it is off; only the newest place waits to be sent, a place of minutes ago is thrown away, and none is kept in the phone.
const everyMilliseconds = 15_000;
const limitMilliseconds = 8000;

export class PositionShare {
  #address;
  #watch = null;
  #newest = null;
  #sentAt = 0;
  #sending = false;
  /** "off", "waiting", "on", "refused" or "unsent". */
  state = "off";
  changed = () => {};

  constructor(unit) {
    this.#address = `/api/units/${unit}/position`;
    setInterval(() => this.#send(), 1000);
  }

  get on() {
    return this.#watch !== null;
  }

  begin() {
    if (this.on) {
      return;
    }
    if (!navigator.geolocation) {
      this.#say("refused");
      return;
    }
    this.#say("waiting");
    this.#watch = navigator.geolocation.watchPosition(
      found => {
        this.#newest = {
          latitude: found.coords.latitude, longitude: found.coords.longitude, accuracyMetres: found.coords.accuracy,
          at: new Date(found.timestamp).toISOString(),
        };
        this.#send();
      },
      fault => fault.code === fault.PERMISSION_DENIED && (this.end(), this.#say("refused")),
      { enableHighAccuracy: true, maximumAge: 10_000 });
  }

  end() {
    if (this.on) {
      navigator.geolocation.clearWatch(this.#watch);
    }
    this.#watch = null;
    this.#newest = null;
    this.#sentAt = 0;
    this.#say("off");
  }

  async #send() {
    if (!this.on || !this.#newest || this.#sending || performance.now() - this.#sentAt < everyMilliseconds && this.#sentAt > 0) {
      return;
    }
    this.#sending = true;
    const place = this.#newest;
    this.#newest = null;
    try {
      const response = await fetch(this.#address, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(place), cache: "no-store",
        signal: AbortSignal.timeout(limitMilliseconds),
      });
      if (this.on) {
        this.#say(response.ok ? "on" : "unsent");
      }
    } catch {
      if (this.on) {
        this.#say("unsent");
      }
    }
    this.#sentAt = performance.now();
    this.#sending = false;
  }

  #say(state) {
    this.state = state;
    this.changed();
  }
}
