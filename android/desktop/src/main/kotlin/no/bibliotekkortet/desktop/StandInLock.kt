package no.bibliotekkortet.desktop

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.flow.MutableStateFlow
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.screens.AskDialog
import no.bibliotekkortet.ui.screens.Choices
import no.bibliotekkortet.ui.screens.DialogTags
import no.bibliotekkortet.ui.shell.DeviceLock
import no.bibliotekkortet.ui.shell.Recognition
import no.bibliotekkortet.ui.text.strings
import no.bibliotekkortet.ui.theme.AppTheme

/** Stands for the lock of a phone, and says that it does: a window can't know who sits before it. */
class StandInLock : DeviceLock {
    private val asked = MutableStateFlow<CompletableDeferred<Recognition>?>(null)

    override suspend fun recognise(language: String): Recognition {
        val answer = CompletableDeferred<Recognition>()
        asked.value = answer
        return try {
            answer.await()
        } finally {
            asked.value = null
        }
    }

    /** The question, while there is one. */
    @Composable
    fun Window(
        language: String,
        dark: Boolean?,
    ) {
        val answer by asked.collectAsState()
        val open = answer ?: return
        val words = strings(language)
        AppTheme(dark) {
            AskDialog(
                words.lockDemoTitle,
                words.lockDemoText,
                Choices(words.lockDemoConfirm, words.lockDemoCancel),
                DialogTags(Tags.DEVICE_LOCK, Tags.DEVICE_LOCK_CONFIRM, Tags.DEVICE_LOCK_CANCEL),
                onConfirm = { open.complete(Recognition.RECOGNISED) },
                onCancel = { open.complete(Recognition.REFUSED) },
            )
        }
    }
}
