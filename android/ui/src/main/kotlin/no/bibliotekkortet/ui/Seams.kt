package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf

/** What the system's back does while enabled. Android gives its BackHandler here; a desktop has Escape, which the screens hear themselves. */
typealias BackHandling = @Composable (enabled: Boolean, onBack: () -> Unit) -> Unit

/** How this shell hears "back". */
val LocalBackHandling = staticCompositionLocalOf<BackHandling> { { _, _ -> } }

/** Runs while the reader shows: a phone raises its brightness here and gives it back. A desktop has none. */
val LocalWhileReading = staticCompositionLocalOf<@Composable () -> Unit> { {} }

/** Names by which tests and drivers find things. */
object Tags {
    const val SIGN_IN = "sign-in"
    const val DOOR_IDPORTEN = "door-idporten"
    const val DOOR_FEIDE = "door-feide"
    const val DOOR_CARD_NUMBER = "door-card-number"
    const val OPEN_BROWSER_AGAIN = "open-browser-again"
    const val CANCEL_SIGN_IN = "cancel-sign-in"
    const val COPY_ADDRESS = "copy-address"
    const val ADDRESS = "address"
    const val CARD = "card"
    const val NO_CARD = "no-card"
    const val CARD_FACE = "card-face"
    const val BARCODE = "barcode"
    const val CARD_NUMBER = "card-number"
    const val FRESHNESS = "freshness"
    const val OFFLINE = "offline"
    const val REFRESH = "refresh"
    const val MENU = "menu"
    const val SIGN_OUT = "sign-out"
    const val SIGN_OUT_DIALOG = "sign-out-dialog"
    const val SIGN_OUT_CONFIRM = "sign-out-confirm"
    const val SIGN_OUT_CANCEL = "sign-out-cancel"
    const val SIGNED_OUT = "signed-out"
    const val TROUBLE = "trouble"
    const val TROUBLE_ACTION = "trouble-action"
    const val TROUBLE_DISMISS = "trouble-dismiss"
    const val SIGN_IN_AGAIN = "sign-in-again"
    const val READER = "reader"
    const val READER_CLOSE = "reader-close"
    const val READER_TURN = "reader-turn"
    const val WAITING = "waiting"
    const val LOADING = "loading"

    fun language(code: String) = "language-$code"
}
