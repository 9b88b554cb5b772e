package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.ui.AccountActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Step

/** Receipts, the data that is kept, and the card's end. */
abstract class AccountPart(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : TripPart(core, coreStates, first, surroundings),
    AccountActions {
    override fun openReceipt(id: String) = go(Step(Opened.RECEIPT, receipt = id))

    override fun checkReceipt(id: String) {
        errand { core.checkReceipt(id) }
    }

    override fun shareReceipt(id: String) {
        errand {
            val file = core.receiptFile(id)
            share(words.receiptFile(id.filter(Char::isLetterOrDigit).take(NAME)) + ".json", file, JSON)
        }
    }

    override fun keepCard() {
        errand { core.keepCard() }
    }

    override fun exportData() {
        errand(Action.LEAVE) {
            val export = core.exportData()
            shellState.update { it.copy(export = export, saved = null) }
        }
    }

    override fun shareExport(text: String?) {
        val export = shellState.value.export ?: return
        scope.launch {
            if (text == null) {
                share(words.myDataFile + ".json", export.json.encodeToByteArray(), JSON)
            } else {
                share(words.myDataFile + ".txt", text.encodeToByteArray(), TEXT)
            }
        }
    }

    override fun seeLeaving() {
        push(Opened.LEAVE)
        errand(Action.LEAVE) { core.seeLeaving() }
    }

    override fun leaveForGood() {
        errand(Action.LEAVE) { core.leave() }
    }

    /** The card has just ended: the farewell is all that is left to show. */
    protected fun farewell() = shellState.update { it.copy(opened = Opened.END_CARD, under = emptyList(), export = null) }

    private companion object {
        /** So much of an id is enough to tell files apart. */
        const val NAME = 12
    }
}
