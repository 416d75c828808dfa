/** How large a body may be: the same numbers as the server's BodyLimits. */
export const limits = {
  /** The deepest a block may stand; its text is one level more, and the server takes 24. */
  depth: 23,
  nodes: 20_000,
  characters: 500_000,
  tableRows: 1_000,
  tableColumns: 100,
  galleryImages: 200,
  caption: 2_000,
  /** A credit, a title, an attribution. */
  label: 500,
  address: 2_048,
  /** A reference to something of the Record. */
  reference: 200,
} as const;
