package no.bibliotekkortet.app

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import androidx.core.content.FileProvider
import no.bibliotekkortet.ui.shell.Links
import no.bibliotekkortet.ui.shell.Sharing
import java.io.File
import java.io.IOException

/** Letters, calls and web pages by whichever app the person has for them. */
class SystemLinks(
    private val context: Context,
) : Links {
    override fun open(link: String): Boolean {
        val address = Uri.parse(link)
        val action =
            when (address.scheme) {
                "mailto" -> Intent.ACTION_SENDTO
                "tel" -> Intent.ACTION_DIAL
                "https", "http" -> Intent.ACTION_VIEW
                else -> return false
            }
        return context.starts(Intent(action, address))
    }
}

/**
 * The phone's sheet for sharing. One file at a time lies in the cache to be read by the app that the person chooses; the next one,
 * the next start and signing out take it away.
 */
class ShareSheet(
    private val context: Context,
) : Sharing {
    private val folder = File(context.cacheDir, "shared")

    init {
        forget()
    }

    override fun forget() {
        folder.deleteRecursively()
    }

    override fun share(
        name: String,
        bytes: ByteArray,
        mime: String,
    ): String? {
        try {
            forget()
            folder.mkdirs()
            val file = File(folder, name).apply { writeBytes(bytes) }
            val address = FileProvider.getUriForFile(context, AUTHORITY, file, name)
            val send =
                Intent(Intent.ACTION_SEND)
                    .setType(mime)
                    .putExtra(Intent.EXTRA_STREAM, address)
                    .putExtra(Intent.EXTRA_TITLE, name)
                    .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
            context.starts(Intent.createChooser(send, name))
        } catch (_: IOException) {
            // a full disk: nothing was given away
        }
        return null
    }

    private companion object {
        const val AUTHORITY = "no.bibliotekkortet.app.files"
    }
}

private fun Context.starts(intent: Intent): Boolean =
    try {
        startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
        true
    } catch (_: ActivityNotFoundException) {
        false
    } catch (_: SecurityException) {
        false
    }
