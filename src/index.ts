/** The public door of rvrelay. Rooms add here what people outside may use; nothing else is public. */
export {};
