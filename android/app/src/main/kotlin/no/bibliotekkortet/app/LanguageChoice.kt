package no.bibliotekkortet.app

import android.app.LocaleManager
import android.content.Context
import android.os.Build
import android.os.LocaleList

/** The language of the app: the person's choice, else the phone's. From Android 13 the choice lies with the system. */
class LanguageChoice(
    private val context: Context,
) {
    private val kept = context.getSharedPreferences("shell", Context.MODE_PRIVATE)

    /** nb, nn, se or en. */
    fun current(): String = chosen() ?: offered(context.resources.configuration.locales)

    /** Keeps [code]. */
    fun choose(code: String) {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            context.getSystemService(LocaleManager::class.java)?.applicationLocales = LocaleList.forLanguageTags(code)
        } else {
            kept.edit().putString(KEY, code).apply()
        }
    }

    private fun chosen(): String? =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            val locales = context.getSystemService(LocaleManager::class.java)?.applicationLocales
            locales?.takeUnless { it.isEmpty }?.let(::offered)
        } else {
            kept.getString(KEY, null)
        }

    private fun offered(wanted: LocaleList): String = (0 until wanted.size()).firstNotNullOfOrNull { OURS[wanted[it].language] } ?: "en"

    private companion object {
        const val KEY = "language"

        /** "no" is what older phones say for bokmål. */
        val OURS = mapOf("nb" to "nb", "no" to "nb", "nn" to "nn", "se" to "se", "en" to "en")
    }
}
