package no.bibliotekkortet.desktop

import no.bibliotekkortet.ui.text.strings

/** The title of [returnPage]. */
fun returnTitle(language: String) = strings(language).browserPageTitle

/** What the browser shows when the person may go back to the app. Nothing of the redirect is on it. */
fun returnPage(language: String): String {
    val words = strings(language)
    return """
        <!doctype html>
        <html lang="$language">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${words.browserPageTitle}</title>
        <style>
          :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
          body { display: grid; place-content: center; min-height: 90vh; margin: 0 2rem; text-align: center }
          h1 { font-size: 1.5rem; margin: 0 }
        </style>
        <h1>${words.browserPageTitle}</h1>
        <p>${words.browserPageText}</p>
        </html>
        """.trimIndent()
}
