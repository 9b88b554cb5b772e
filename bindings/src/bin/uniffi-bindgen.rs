//! Writes Kotlin and Swift from the built library; the same version as the runtime, because it is the same crate.

fn main() {
    uniffi::uniffi_bindgen_main();
}
