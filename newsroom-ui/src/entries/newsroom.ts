// What every page of the newsroom loads: a line for each custom element of src/elements.
export {};
