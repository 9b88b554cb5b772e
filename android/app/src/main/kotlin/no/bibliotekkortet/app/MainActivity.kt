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
import no.bibliotekkortet.ui.LocalWhileReading
import no.bibliotekkortet.ui.theme.LocalAppFont
import no.bibliotekkortet.ui.theme.LocalHighContrast
import no.bibliotekkortet.ui.theme.LocalReducedMotion

/** The one activity. It draws, hears links and owns the window; what is happening lives in the core. */
class MainActivity : ComponentActivity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(SavedState.readable(savedInstanceState))
        enableEdgeToEdge()
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
        val signingIn = screen.state.phase is Phase.SigningIn
        LaunchedEffect(signingIn) {
            // The waiting page may show the sign-in's address; the card itself may be photographed by its owner.
            if (signingIn) window.addFlags(SECURE) else window.clearFlags(SECURE)
        }
        BibliotekkortetApp(screen.state, screen.shell, controller)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        deliver(intent, (application as BibliotekkortetApplication).start)
    }

    override fun onResume() {
        super.onResume()
        ((application as BibliotekkortetApplication).start as? Start.Running)?.controller?.resumed()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        SavedState.sign(outState)
    }

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
