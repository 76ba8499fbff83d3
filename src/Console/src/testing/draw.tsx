import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { Theme } from "../shell/Theme";
import { TextProvider } from "../shell/text";

/** Draws something as the shell would, at an address, and hands back the router so that a test can read where it went. */
export function draw(element: ReactElement, { at = "/", language = "zh" }: { at?: string; language?: "zh" | "en" } = {}) {
  localStorage.setItem("language", language);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path: "*", element }], { initialEntries: [at] });
  const drawn = render(
    <QueryClientProvider client={queries}>
      <TextProvider>
        <Theme>
          <RouterProvider router={router} />
        </Theme>
      </TextProvider>
    </QueryClientProvider>,
  );
  return { ...drawn, router };
}
