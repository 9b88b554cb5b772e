package no.bibliotekkortet.app

import android.content.Intent
import android.os.Bundle
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.BackHandler
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.LocalBackHandling
import no.bibliotekkortet.ui.LocalFeel
import no.bibliotekkortet.ui.LocalWhileReading
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.shell.Screen
import no.bibliotekkortet.ui.theme.LocalAppFont
import no.bibliotekkortet.ui.theme.LocalHighContrast
import no.bibliotekkortet.ui.theme.LocalReducedMotion

/** The one activity. It draws, hears links and owns the window; what is happening lives in the core. */
class MainActivity : ComponentActivity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(SavedState.readable(savedInstanceState))
        enableEdgeToEdge()
        (application as BibliotekkortetApplication).deviceLock.attach(this)
        (application as BibliotekkortetApplication).place.attach(this)
        val start = (application as BibliotekkortetApplication).start
        // A recreated activity has its old intent again; its link was delivered the first time.
        if (savedInstanceState == null) deliver(intent, start)
        setContent {
            CompositionLocalProvider(
                LocalAppFont provides inter,
                LocalBackHandling provides { enabled, onBack -> BackHandler(enabled, onBack) },
                LocalHighContrast provides wantsContrast(),
                LocalReducedMotion provides wantsStillness(),
                LocalWhileReading provides { FullBrightness(window) },
                LocalFeel provides { window.decorView.feel(it) },
            ) {
                when (start) {
                    is Start.Running -> Running(start.controller)
                    Start.NoLibrary -> NoLibraryScreen(LanguageChoice(this).current(), onClose = ::finish)
                }
            }
        }
    }

    @Composable
    private fun Running(controller: AppController) {
        val screen by controller.screen.collectAsState()
        val secret = screen.secret
        LaunchedEffect(secret) { if (secret) window.addFlags(SECURE) else window.clearFlags(SECURE) }
        BibliotekkortetApp(screen.state, screen.shell, controller)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        deliver(intent, (application as BibliotekkortetApplication).start)
    }

    override fun onStart() {
        super.onStart()
        controller?.inFront(true)
    }

    override fun onStop() {
        controller?.inFront(false)
        super.onStop()
    }

    override fun onDestroy() {
        // Whoever left comes back to the card, and to an empty form.
        if (isFinishing) controller?.open(Opened.NOTHING)
        (application as BibliotekkortetApplication).deviceLock.detach(this)
        (application as BibliotekkortetApplication).place.detach(this)
        super.onDestroy()
    }

    override fun onResume() {
        super.onResume()
        controller?.resumed()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        SavedState.sign(outState)
    }

    private val controller get() = ((application as BibliotekkortetApplication).start as? Start.Running)?.controller

    /** Extras are never read: anybody may send any. */
    private fun deliver(
        intent: Intent?,
        start: Start,
    ) {
        val link = intent?.takeIf { it.action == Intent.ACTION_VIEW }?.dataString ?: return
        (start as? Start.Running)?.controller?.opened(link)
    }

    private companion object {
        const val SECURE = WindowManager.LayoutParams.FLAG_SECURE
    }
}

/**
 * What no picture may be taken of, not even the system's own for its list of apps: the waiting page may show the sign-in's address,
 * the form a number, and a PIN is chosen where one gets a card or another PIN; a card that is kept behind the lock stays there. Any
 * other card may be photographed by its owner.
 */
private val Screen.secret
    get() = state.phase is Phase.SigningIn || state.lockCard || state.registration != null || shell.opened in SECRET

private val SECRET = setOf(Opened.CARD_FORM, Opened.FORGOT, Opened.PIN, Opened.PASSWORD)
