import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// How long a test waits for what must come: a busy machine draws slowly.
configure({ asyncUtilTimeout: 4_000 });

// What antd measures and a test browser does not have.
class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResize as unknown as typeof ResizeObserver;
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList;

afterEach(() => {
  cleanup();
  localStorage.clear();
});
