/** Points this process's database queries at a database made for the measurement. */
export function pointToDatabase(url: string): void {
  process.env.DATABASE_URL = url;
}
