package no.bibliotekkortet.ui.shell

import no.bibliotekkortet.core.Position

/** Opens addresses outside the app. */
fun interface Links {
    /** Opens a `mailto:`, `tel:` or web address; false when nothing on this device can. May block a moment. */
    fun open(link: String): Boolean
}

/** Gives files away. */
fun interface Sharing {
    /** Shares, or saves, a file of this name and media type. Gives the place where it was saved, when that is to be told. May block. */
    fun share(
        name: String,
        bytes: ByteArray,
        mime: String,
    ): String?

    /** The person signed out: what lies about of that goes away. What they saved is theirs. */
    fun forget() = Unit
}

/** Knows where the device is. */
fun interface Locator {
    /** The place, once the person has allowed it; null when it can't be had. */
    suspend fun locate(): Position?
}

/**
 * What a controller asks of the system around it.
 *
 * @property locator null where the shell has none: nothing offers it then.
 */
class Surroundings(
    val deviceLock: DeviceLock,
    val links: Links = Links { false },
    val sharing: Sharing = Sharing { _, _, _ -> null },
    val locator: Locator? = null,
)
