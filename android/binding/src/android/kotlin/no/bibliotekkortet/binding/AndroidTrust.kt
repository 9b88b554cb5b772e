package no.bibliotekkortet.binding

import android.content.Context

/** Android's own trust in certificates, for the core's TLS, which asks it through `org.rustls.platformverifier`. */
object AndroidTrust {
    /**
     * Loads the core's library and hands it the app's context; once, before the first connection.
     *
     * @throws LinkageError when the library is missing, broken or another version's.
     */
    fun start(context: Context) {
        System.loadLibrary("card_bindings")
        if (!begin(context.applicationContext)) throw UnsatisfiedLinkError("the system's trust can't be reached")
    }

    private external fun begin(context: Context): Boolean
}
