package no.bibliotekkortet.screens

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertContentDescriptionContains
import androidx.compose.ui.test.assertIsFocused
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.ui.Tags
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What each thing about libraries, rules, receipts and leaving asks of the shell. */
@OptIn(ExperimentalTestApi::class)
class LibraryActionsTest : Pressing() {
    @Test
    fun `the bar leads to each place`() =
        on("card-badges") {
            onNodeWithTag(Tags.TAB_CARD).assertIsSelected()
            onNodeWithTag(Tags.TAB_LIBRARIES).assertContentDescriptionContains("Noe venter", substring = true)
            press(Tags.TAB_LIBRARIES, Tags.TAB_ME, Tags.TAB_CARD)
            said("chooseTab LIBRARIES", "chooseTab ME", "chooseTab CARD")
        }

    @Test
    fun `what waits comes first, and each library opens`() =
        on("libraries") {
            press(Tags.readNew("2190200"), Tags.showDeskCode("2023000"), Tags.libraryRow("2030000"), Tags.FIND_OPEN, Tags.REFRESH_LIBRARIES)
            said("beginTrip [2190200] RULES", "showDeskCode 2023000", "openLibrary 2030000", "open FIND", "seeLibraries")
        }

    @Test
    fun `each letter is looked for, and the cross empties the field`() =
        on("find") {
            onNodeWithTag(Tags.SEARCH_FIELD).assertIsFocused()
            type(Tags.SEARCH_FIELD, "tr")
            type(Tags.SEARCH_FIELD, "o")
            press(Tags.SEARCH_CLEAR)
            said("find tr", "find tro", "find ")
        }

    @Test
    fun `a row opens a library, its tick takes it along, and only where there is something to become`() {
        on("find-chosen") {
            onNodeWithTag(Tags.choose("2023000")).assertIsOn()
            onNodeWithTag(Tags.choose("2122100")).assertIsOff()
            onNodeWithTag(Tags.choose("2030000")).assertDoesNotExist()
            press(Tags.choose("2122100"), Tags.libraryRow("2030000"), Tags.READ_CHOSEN, Tags.BACK)
        }
        said("choose 2122100", "openLibrary 2030000", "beginTrip [2023000, 2190200, 2160100] RULES", "back")
    }

    @Test
    fun `a library offers the one thing to do there`() {
        on("library") { press(Tags.JOIN, Tags.PHONE) }
        on("library-desk") { press(Tags.showDeskCode("2023000"), Tags.WITHDRAW) }
        on("library-withdraw") { press(Tags.WITHDRAW_CONFIRM, Tags.WITHDRAW_CANCEL) }
        on("library-active") { press(Tags.MAKE_HOME) }
        on("library-new") { press(Tags.readNew("2190200"), Tags.MAIL, Tags.WEB) }
        said(
            "beginTrip [2160100] RULES",
            "openLink tel:73000010",
            "showDeskCode 2023000",
            "open WITHDRAW",
            "withdraw 2023000",
            "back",
            "chooseHome 2190200",
            "beginTrip [2190200] RULES",
            "openLink mailto:bibliotek@tromso.example",
            "openLink https://tromso.bibliotek.example",
        )
    }

    @Test
    fun `nothing is signed before it was read`() {
        on("trip") {
            onNodeWithTag(Tags.SIGN).assertIsNotEnabled()
            press(Tags.TEXT_LARGER, Tags.rulesLanguage("nn"), Tags.KEEP_RULES, Tags.HAVE_READ, Tags.SKIP_STOP, Tags.TRIP_CLOSE)
        }
        on("trip-read") { press(Tags.SIGN) }
        on("trip-signing") { onNodeWithTag(Tags.SIGN).assertIsNotEnabled() }
        on("trip-guardian-wanted") { onNodeWithTag(Tags.SIGN).assertIsNotEnabled() }
        said("setTextStep 1", "readIn nn", "keepRules", "haveRead", "skipStop", "closeTrip", "sign")
    }

    @Test
    fun `scrolling to the end is having read it`() =
        runDesktopComposeUiTest(412, 700) {
            setContent { Stage(Catalogue.all.single { it.name == "trip" }, actions = asked) }
            waitForIdle()
            onNodeWithTag(Tags.clause("late"), useUnmergedTree = true).performScrollTo()
            waitForIdle()
            said()
            onNodeWithTag(Tags.SIGN).performScrollTo()
            waitForIdle()
            said("haveRead")
        }

    @Test
    fun `one signs for a child, and whoever can't be signed for can't`() {
        on("trip-for-whom") { press(Tags.party(1)) }
        on("trip-for-child") { press(Tags.SIGN) }
        on("trip-every-party") { onNodeWithTag(Tags.SIGN).assertIsNotEnabled() }
        said("signFor 1", "sign")
    }

    @Test
    fun `a voice hears what went and what came`() =
        on("trip-new-money") {
            val clause = onNodeWithTag(Tags.clause("late"), useUnmergedTree = true).fetchSemanticsNode()
            val spoken = clause.all().mapNotNull { it.config.getOrNull(SemanticsProperties.ContentDescription)?.joinToString() }
            assertTrue(spoken.any { "Slettet: 40" in it && "Nytt: 50" in it }, "$spoken")
        }

    @Test
    fun `what stopped a signature leads on`() {
        on("trip-Offline") { press(Tags.TROUBLE_ACTION) }
        on("trip-NoRules") { press(Tags.TROUBLE_ACTION, Tags.SKIP_STOP) }
        on("trip-LibraryClosed") { press(Tags.TROUBLE_ACTION) }
        on("trip-ReceiptRefused") { press(Tags.TROUBLE_ACTION) }
        on("trip-SignInExpired") { press(Tags.TROUBLE_ACTION) }
        on("trip-NotAllowed") { press(Tags.TROUBLE_ACTION) }
        val retry = asked.asked.first()
        assertTrue(retry == "readAgain" || retry == "sign", retry)
        assertEquals(
            listOf("readAgain", "skipStop", "open FIND", "sign", "signIn ID_PORTEN", "dismissTrouble", "openLibrary 2023000"),
            asked.asked.drop(1),
        )
    }

    @Test
    fun `the summary leads to codes and receipts, and home`() {
        on("trip-summary") { press(Tags.showDeskCode("2023000"), Tags.ME_RECEIPTS, Tags.TRIP_DONE) }
        on("trip-end") { press(Tags.END_TRIP_CONFIRM, Tags.END_TRIP_CANCEL) }
        said("showDeskCode 2023000", "open RECEIPTS", "endTrip", "endTrip", "back")
    }

    @Test
    fun `a receipt is checked and shared`() {
        on("receipts") { press(Tags.receiptRow("r2")) }
        on("receipt") { press(Tags.CHECK_RECEIPT, Tags.SHARE_RECEIPT) }
        said("openReceipt r2", "checkReceipt r2", "shareReceipt r2")
    }

    @Test
    fun `a card is kept by one press, from the card or the notices`() {
        on("card-unused") { press(Tags.KEEP_CARD) }
        on("notices") { press(Tags.KEEP_CARD, Tags.readNew("2190200")) }
        on("notices-keeping") { onNodeWithTag(Tags.KEEP_CARD).assertIsNotEnabled() }
        said("keepCard", "keepCard", "beginTrip [2190200] RULES")
    }

    @Test
    fun `meg leads to all that is one's own`() =
        on("me-notices") {
            press(Tags.ME_NOTICES, Tags.ME_RECEIPTS, Tags.MY_DATA, Tags.MENU_DEVICES, Tags.language("se"), Tags.SIGN_OUT)
            said("open NOTICES", "open RECEIPTS", "open MY_DATA", "seeDevices", "chooseLanguage se", "open SIGN_OUT")
        }

    @Test
    fun `what is kept is fetched and given away`() {
        on("my-data") { press(Tags.EXPORT, Tags.LEAVE_OPEN) }
        on("my-data-export") { press(Tags.SHARE_JSON) }
        said("exportData", "seeLeaving", "shareExport null")
    }

    @Test
    fun `the card ends when the button was held for two seconds, not before`() =
        on("leave") {
            mainClock.autoAdvance = false
            val hold = onNodeWithTag(Tags.LEAVE_HOLD)
            hold.performTouchInput { down(center) }
            mainClock.advanceTimeBy(1900)
            said()
            hold.performTouchInput { up() }
            mainClock.advanceTimeBy(500)
            hold.performTouchInput { down(center) }
            mainClock.advanceTimeBy(1000)
            said()
            mainClock.advanceTimeBy(1200)
            said("leaveForGood")
            hold.performTouchInput { up() }
            mainClock.advanceTimeBy(500)
            said("leaveForGood")
        }

    @Test
    fun `who can't hold presses twice`() =
        on("leave") {
            onNodeWithTag(Tags.LEAVE_HOLD).performSemanticsAction(SemanticsActions.OnClick)
            waitForIdle()
            said()
            onNodeWithTag(Tags.LEAVE_HOLD).assertContentDescriptionContains("en gang til", substring = true)
            onNodeWithTag(Tags.LEAVE_HOLD).performSemanticsAction(SemanticsActions.OnClick)
            said("leaveForGood")
        }

    @Test
    fun `leaving can be left, and the farewell writes to each library`() {
        on("leave") { press(Tags.LEAVE_KEEP) }
        on("end-card-one") {
            press(Tags.write("2030000"), Tags.copy("2030000"), Tags.LEAVE_DONE)
        }
        assertEquals("back", asked.asked.first())
        assertTrue(asked.asked[1].startsWith("openLink mailto:deichman@bibliotek.example?subject="), asked.asked[1])
        assertTrue("N012345678" in asked.asked[1] && "%0D%0A" in asked.asked[1], asked.asked[1])
        assertEquals("signOut false", asked.asked.last())
    }

    private fun SemanticsNode.all(): List<SemanticsNode> = listOf(this) + children.flatMap { it.all() }
}
