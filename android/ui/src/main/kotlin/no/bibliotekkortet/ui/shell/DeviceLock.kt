package no.bibliotekkortet.ui.shell

/** What the device says about who holds it. */
enum class Recognition {
    /** Its owner. */
    RECOGNISED,

    /** Not now: somebody else, or the person gave up. */
    REFUSED,

    /** The device has no lock, so it can't say. */
    NOT_SET_UP,
}

/** The device's own lock: face, finger or code. When it is asked for is the core's to say. */
fun interface DeviceLock {
    /** Asks the person, in [language], and waits. */
    suspend fun recognise(language: String): Recognition
}
