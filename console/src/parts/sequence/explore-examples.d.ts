/** See console/explore-examples.ts. */
declare module 'virtual:explore-examples' {
  const url: string;
  export default url;
}
