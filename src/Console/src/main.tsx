import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { ProblemError } from "./api/problem";
import { router } from "./routes";
import { SessionProvider } from "./shell/session";
import { Theme } from "./shell/Theme";
import { TextProvider } from "./shell/text";
import "./shell/shell.css";
import "./shell/print.css";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Long enough for the parts of one page to share an answer; whoever comes back to a page sees what others did meanwhile.
      staleTime: 500,
      // A refusal is an answer; only silence and a service that is away are worth asking again.
      retry: (failures, error) => failures < 2 && (!(error instanceof ProblemError) || [0, 502, 503, 504].includes(error.status)),
    },
  },
});

const root = document.getElementById("root");
if (!root) {
  throw new Error("index.html has lost its root element");
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <TextProvider>
        <Theme>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </Theme>
      </TextProvider>
    </QueryClientProvider>
  </StrictMode>,
);
