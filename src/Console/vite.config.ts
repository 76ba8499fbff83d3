import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const gateway = process.env.GATEWAY_URL ?? "http://localhost:8080";
const proxied = ["/api", "/login", "/logout", "/signin", "/session", "/health", "/openapi", "/dev/clock", "/realms"];

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, proxy: Object.fromEntries(proxied.map((path) => [path, { target: gateway }])) },
  build: {
    // Nothing is fetched from outside: a bureau's intranet is closed, so everything the console needs is in these files.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/, priority: 2 },
            { name: "antd", test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    restoreMocks: true,
    testTimeout: 20_000,
    // Left alone it keeps one of two processors free.
    maxWorkers: "100%",
    // Only what draws needs a page to draw on; making one takes longer than most tests.
    projects: [
      { extends: true, test: { name: "figures", include: ["src/**/*.test.ts"], environment: "node" } },
      {
        extends: true,
        test: { name: "pages", include: ["src/**/*.test.tsx"], environment: "jsdom", setupFiles: ["src/testing/setup.ts"] },
      },
    ],
  },
});
