/** See console/json-assets.ts. */
declare module 'virtual:explore-examples' {
  const url: string;
  export default url;
}

declare module 'virtual:explore-points' {
  const url: string;
  export default url;
}

declare module 'virtual:tour-table' {
  const url: string;
  export default url;
}
