// Calls to the center. Used by every module that asks for something. Promises: a call ends within its limit, and a
// session that has ended leads to the sign-in page and back here.
const limitMilliseconds = 6000;

/** fetch with a limit; rejects when the server does not answer. */
export async function call(url, options = {}) {
  const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(limitMilliseconds), ...options });
  if (response.status === 401) {
    toSignIn();
  }
  return response;
}

export function toSignIn() {
  location.assign(`/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}`);
}
