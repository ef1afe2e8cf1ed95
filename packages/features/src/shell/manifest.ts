import { brand } from "@neothink/brand/current";
import type { MetadataRoute } from "next";

/** What a phone needs to keep the app on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/home",
    name: brand.name,
    short_name: brand.name,
    description: brand.description,
    start_url: "/home",
    display: "standalone",
    background_color: "#fbfaf8",
    theme_color: "#fbfaf8",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
}
