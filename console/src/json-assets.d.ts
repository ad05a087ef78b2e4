/** See console/json-assets.ts. */
declare module 'virtual:explore-table' {
  const url: string;
  export default url;
}

declare module 'virtual:tour-table' {
  const url: string;
  export default url;
}

declare module 'virtual:trace-words' {
  const url: string;
  export default url;
}
