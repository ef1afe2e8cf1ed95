import "server-only";
import { type AdminItem, type AdminRole, adminNavigation } from "@neothink/brand/admin";
import { notFound } from "next/navigation";
import { cache } from "react";
import { caller } from "./trpc-server.tsx";

const roles = cache(async () => (await caller()).identity.viewer.roles());

/** The parts of the administration that the viewer may enter; none for plain members. */
export async function adminItems(): Promise<AdminItem[]> {
  const held = await roles();
  return adminNavigation.filter(({ role }) => held.guardian || held[role]);
}

/** Answers "not found" to whoever does not hold the role, for the first line of an admin page. */
export async function requireAdminRole(role: AdminRole): Promise<void> {
  const held = await roles();
  if (!(held.guardian || held[role])) {
    notFound();
  }
}
