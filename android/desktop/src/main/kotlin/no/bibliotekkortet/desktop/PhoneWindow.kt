package no.bibliotekkortet.desktop

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.LocalWindowExceptionHandlerFactory
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.WindowExceptionHandler
import androidx.compose.ui.window.WindowExceptionHandlerFactory
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import no.bibliotekkortet.ui.text.strings
import java.awt.Dimension
import java.awt.GraphicsEnvironment
import javax.swing.JOptionPane
import kotlin.system.exitProcess

/** Opens the phone in a window and stays until it is closed. */
@OptIn(ExperimentalComposeUiApi::class)
fun showWindow(arguments: Arguments) =
    AppGraph(arguments, SystemBrowser).use { graph ->
        val controller = graph.controller
        controller.start()
        application {
            CompositionLocalProvider(LocalWindowExceptionHandlerFactory provides lastWords(arguments.language)) {
                val glass = rememberWindowState(size = phoneSize())
                Window(onCloseRequest = ::exitApplication, title = strings(arguments.language).appName, state = glass) {
                    LaunchedEffect(glass.isMinimized) { controller.inFront(!glass.isMinimized) }
                    LaunchedEffect(window) { window.minimumSize = Dimension(SMALLEST_WIDTH, SMALLEST_HEIGHT) }
                    Phone(controller, arguments.fontScale)
                }
            }
        }
    }

/** A phone, or as much of one as this screen has room for. */
private fun phoneSize(): DpSize {
    val room = GraphicsEnvironment.getLocalGraphicsEnvironment().maximumWindowBounds
    return DpSize(PHONE_WIDTH.coerceAtMost(room.width).dp, PHONE_HEIGHT.coerceAtMost(room.height).dp)
}

/** When drawing itself fails there is nothing left to draw on: say so in words, without the machine's. */
@OptIn(ExperimentalComposeUiApi::class)
private fun lastWords(language: String) =
    WindowExceptionHandlerFactory { window ->
        WindowExceptionHandler {
            val words = strings(language).error("Internal")
            JOptionPane.showMessageDialog(window, words?.text, words?.title, JOptionPane.PLAIN_MESSAGE)
            exitProcess(EXIT_BROKEN)
        }
    }

private const val SMALLEST_WIDTH = 320
private const val SMALLEST_HEIGHT = 568
