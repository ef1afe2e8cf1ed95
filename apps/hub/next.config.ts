import { createNextConfig } from "@neothink/brand/next-config";

export default createNextConfig("hub");
