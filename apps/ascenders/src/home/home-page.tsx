import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";

export function generateMetadata(): Metadata {
  return { title: "Dashboard" };
}

export default function HomePage(): ReactElement {
  return <PageHeader title="Dashboard" />;
}
