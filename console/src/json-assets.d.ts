/** See console/json-assets.ts. */
declare module 'virtual:explore-examples' {
  const url: string;
  export default url;
}

declare module 'virtual:tour-steps' {
  const url: string;
  export default url;
}
