//! Android's own trust in certificates, which Rust reaches through Java only.
#![allow(
    unsafe_code,
    non_snake_case,
    reason = "Java finds the function by its exported name; nothing in it is unsafe"
)]

use jni::{
    JNIEnv,
    objects::JObject,
    sys::{JNI_FALSE, JNI_TRUE, jboolean},
};

/// `AndroidTrust.begin(Context)` of the Kotlin binding: hands the app's context to the verifier of certificates. To be called
/// before the first connection; false when Java didn't give what is needed.
#[unsafe(no_mangle)]
pub extern "system" fn Java_no_bibliotekkortet_binding_AndroidTrust_begin<'a>(
    mut env: JNIEnv<'a>,
    _trust: JObject<'a>,
    context: JObject<'a>,
) -> jboolean {
    match rustls_platform_verifier::android::init_with_env(&mut env, context) {
        Ok(()) => JNI_TRUE,
        Err(_) => {
            let _ = env.exception_clear();
            JNI_FALSE
        }
    }
}
