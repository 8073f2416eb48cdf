import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // The server bundle is our own Express server around the framework's request handler.
  environments: { ssr: { build: { rollupOptions: { input: "./app/server/index.ts" } } } },
});
