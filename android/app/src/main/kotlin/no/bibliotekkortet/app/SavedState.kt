package no.bibliotekkortet.app

import android.os.BadParcelableException
import android.os.Bundle

/** Which saved state may be restored: an older app must not choke on what a newer one wrote. It holds nothing typed. */
object SavedState {
    private const val KEY = "no.bibliotekkortet.app.state"
    private const val VERSION = 1

    /** [saved], or null when it is another version's or can't be read. */
    fun readable(saved: Bundle?): Bundle? =
        try {
            saved?.takeIf { it.getInt(KEY, 0) == VERSION }
        } catch (_: BadParcelableException) {
            null
        }

    /** Writes whose state this is. */
    fun sign(state: Bundle) = state.putInt(KEY, VERSION)
}
