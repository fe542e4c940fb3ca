// Starts the worker's program. What keeps it from starting is thrown outside of the promise, so
// that the page hears of it at once: a promise rejected in a worker is told to nobody.
importScripts("./workshop.js");
wasm_bindgen({ module_or_path: "./workshop_bg.wasm" }).catch((error) => {
  setTimeout(() => {
    throw error;
  });
});
