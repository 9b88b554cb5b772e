package no.bibliotekkortet.app

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri

/** Where the person signs in. Never a view of our own: the app must not be able to read what is typed (RFC 8252 §8.12). */
fun interface Browser {
    /** Shows [url]; `false` when there is no browser. */
    fun open(url: String): Boolean
}

/** The person's own browser. */
class SystemBrowser(
    private val context: Context,
) : Browser {
    override fun open(url: String): Boolean {
        val intent =
            Intent(Intent.ACTION_VIEW, Uri.parse(url))
                .addCategory(Intent.CATEGORY_BROWSABLE)
                .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
        return try {
            context.startActivity(intent)
            true
        } catch (_: ActivityNotFoundException) {
            false
        } catch (_: SecurityException) {
            false
        }
    }
}
