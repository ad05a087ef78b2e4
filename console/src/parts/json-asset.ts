/** A JSON file that was built with the console, fetched when somebody first wants it. */

export function jsonAsset<Contents>(url: string): () => Promise<Contents> {
  let asked: Promise<Contents> | undefined;
  const load = async () => {
    const response = await fetch(url);
    if (response.ok) return (await response.json()) as Contents;
    asked = undefined;
    throw new Error(`${url} cannot be had: status ${response.status}`);
  };
  return () => (asked ??= load());
}
