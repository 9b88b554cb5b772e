package no.bibliotekkortet.screens

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertContentDescriptionEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsFocused
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performImeAction
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.test.swipeLeft
import androidx.compose.ui.test.swipeRight
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What each thing about getting a card, contact, children and several cards asks of the shell. */
@OptIn(ExperimentalTestApi::class)
class PeopleActionsTest : Pressing() {
    @Test
    fun `who has no card gets one, or reads how at a desk`() {
        on("sign-in") { press(Tags.GET_CARD, Tags.WITHOUT_EID) }
        on("without-eid") { press(Tags.DOOR_CARD_NUMBER, Tags.BACK) }
        said("beginRegistration", "open WITHOUT_EID", "open CARD_FORM", "open NOTHING")
    }

    @Test
    fun `each page of getting a card has one way on, one back, and one out`() {
        on("register-registry") { press(Tags.REGISTER_NEXT, Tags.REGISTER_LATER) }
        on("register-email") {
            press(Tags.REGISTER_NEXT)
            onNodeWithTag(Tags.EMAIL_FIELD).assertIsFocused()
            type(Tags.EMAIL_FIELD, "ingrid@example.com")
            onNodeWithTag(Tags.EMAIL_FIELD).performImeAction()
            press(Tags.BACK)
        }
        on("register-contact") {
            press(Tags.REGISTER_NEXT)
            onNodeWithTag(Tags.PHONE_FIELD).assertIsFocused()
            type(Tags.PHONE_FIELD, "+47 00 00 00 01")
            onNodeWithTag(Tags.channel("Email")).assertIsSelected()
            press(Tags.channel("Sms"))
            onNodeWithTag(Tags.channel("Sms")).assertIsSelected()
            press(Tags.REGISTER_NEXT)
        }
        on("register-library") { press(Tags.pick("2190200")) }
        on("register-finish-Service") { press(Tags.REGISTER_RETRY, Tags.TROUBLE_ACTION) }
        said(
            "confirmRegistry",
            "open SIGN_OUT",
            "sendEmail",
            "registerBack",
            "saveContact",
            "pickLibrary 2190200",
            "finishRegistration",
            "again",
        )
    }

    @Test
    fun `a code sends itself with its last digit, once, and nothing before`() =
        on("register-code") {
            type(Tags.CODE_FIELD, "27 18 2")
            said()
            type(Tags.CODE_FIELD, "8")
            said("sendCode")
            press(Tags.CODE_AGAIN, Tags.EMAIL_EDIT)
            said("sendCode", "codeAgain", "editEmail")
        }

    @Test
    fun `a failure leads to its field, or to another code`() {
        on("register-code-WrongCode-last") {
            press(Tags.TROUBLE_ACTION)
            onNodeWithTag(Tags.CODE_FIELD).assertIsFocused()
        }
        on("register-code-CodeExpired") { press(Tags.TROUBLE_ACTION) }
        on("register-code-WrongCode-none") { press(Tags.TROUBLE_ACTION) }
        on("register-secrets-WrongLength-password") {
            press(Tags.TROUBLE_ACTION)
            onNodeWithTag(Tags.PASSWORD_FIELD).assertIsFocused()
        }
        on("register-finish-Incomplete") { press(Tags.TROUBLE_ACTION) }
        on("register-NotAllowed") { press(Tags.TROUBLE_ACTION) }
        said("dismissTrouble", "codeAgain", "codeAgain", "dismissTrouble", "finishRegistration", "dismissTrouble")
    }

    @Test
    fun `a PIN is digits that nobody sees, and a password is for who wants one`() =
        on("register-secrets") {
            type(Tags.PIN_FIELD, "48x269")
            assertEquals("••••", text(Tags.PIN_FIELD))
            press(Tags.PIN_SHOW)
            assertEquals("4826", text(Tags.PIN_FIELD))
            press(Tags.PASSWORD_OPEN)
            type(Tags.PASSWORD_FIELD, "katt")
            assertEquals("••••", text(Tags.PASSWORD_FIELD))
            press(Tags.REGISTER_NEXT)
            said("saveSecret")
        }

    @Test
    fun `meg leads to children, contact, secrets and what was done`() =
        on("me-own-changes") {
            press(Tags.ME_CHILDREN, Tags.ME_CONTACT, Tags.ME_PIN, Tags.ME_PASSWORD, Tags.ME_OWN_CHANGES, Tags.ME_LEDGER)
            said("open CHILDREN", "seeContact", "open PIN", "open PASSWORD", "open OWN_CHANGES", "seeLedger null")
        }

    @Test
    fun `each part of the contact has its own way to be changed`() {
        on("contact-waiting") { press(Tags.EMAIL_WRITE_CODE, Tags.EMAIL_CHANGE, Tags.CONTACT_CHANGE, Tags.ADDRESS_CHANGE) }
        on("email-typed") { press(Tags.EMAIL_SEND) }
        on("contact-form") { press(Tags.contactLanguage("se"), Tags.CONTACT_SAVE) }
        on("address-form-there") { press(Tags.ADDRESS_ADD_LINE, Tags.CONTACT_SAVE, Tags.ADDRESS_REMOVE) }
        on("conflict") { press(Tags.KEEP_THEIRS, Tags.KEEP_MINE) }
        said(
            "enterCode",
            "editEmail",
            "open CONTACT_FORM",
            "open ADDRESS_FORM",
            "sendEmail",
            "saveContact",
            "saveContact",
            "removeAddress",
            "resolveConflict false",
            "resolveConflict true",
        )
    }

    @Test
    fun `a line more is a line more, and what stood there stays`() =
        on("address-form-there") {
            press(Tags.ADDRESS_ADD_LINE)
            type(Tags.addressLine(2), "Ingensteds")
            assertEquals(listOf("Studentbyen 4", "0000 Ingensteds", "Ingensteds"), (0..2).map { text(Tags.addressLine(it)) })
        }

    @Test
    fun `children are found, chosen and registered`() {
        on("children") { press(Tags.childRow("c1"), Tags.ADD_CHILDREN, Tags.CHILD_MISSING) }
        on("child") { press(Tags.CHILD_CARD, Tags.ACT_FOR, Tags.CHILD_LEDGER) }
        on("child-no-card") { press(Tags.ADD_CHILD_CARD) }
        on("add-children") { onNodeWithTag(Tags.REGISTER_CHILDREN).assertIsNotEnabled() }
        on("add-children-picked") {
            onNodeWithTag(Tags.pickChild("c9")).assertIsOn()
            onNodeWithTag(Tags.pickChild("c3")).assertIsOff()
            press(Tags.pickChild("c3"), Tags.CHILD_LIBRARY, Tags.REGISTER_CHILDREN)
        }
        on("child-library") { press(Tags.pick("2190200")) }
        on("add-children-done") { press(Tags.SIGN_FOR_CHILD, Tags.CHILDREN_DONE) }
        on("trip-summary-next-child") { press(Tags.NEXT_CHILD) }
        on("child-code") { press(Tags.MAKE_CHILD_CODE) }
        said(
            "openChild c1",
            "addChildren null",
            "open CHILD_CODE",
            "openCard c1",
            "actFor c1",
            "seeLedger c1",
            "addChildren c3",
            "pickChild c3",
            "open CHILD_LIBRARY",
            "registerChildren",
            "pickLibrary 2190200",
            "signForChild c9",
            "childrenDone",
            "signForChild c10",
            "makeChildCode",
        )
    }

    @Test
    fun `a birthday leads to what changes, a child's or one's own`() {
        on("notices-birthday-and-more") { press(Tags.childRow("c7")) }
        on("notices-birthday-own") { press(Tags.SEE_CHANGES) }
        said("openChild c7", "open OWN_CHANGES")
    }

    @Test
    fun `a swipe shows the next card, and it is said when that came to rest`() =
        runDesktopComposeUiTest(412, 892) {
            setContent { Stage(Catalogue.all.single { it.name == "card-pager" }, actions = asked) }
            waitForIdle()
            said()
            onNodeWithTag(Tags.CARD_DOTS).assertContentDescriptionEquals("Kort 1 av 3")
            onNodeWithTag(Tags.CARD).performTouchInput { swipeLeft() }
            waitForIdle()
            onNodeWithTag(Tags.CARD_DOTS).assertContentDescriptionEquals("Kort 2 av 3")
            onNodeWithTag(Tags.CARD).performTouchInput { swipeRight() }
            waitForIdle()
            onNodeWithTag(Tags.ALL_CARDS).assertIsDisplayed()
            press(Tags.ALL_CARDS)
            said("showCard c7", "showCard null", "open CARDS")
        }

    @Test
    fun `a list shows the cards too, and a child's page the way to do something for it`() {
        on("cards") { press(Tags.CARD_OF_ME, Tags.cardOf("c1")) }
        on("card-pager-child") { press(Tags.ACT_FOR, Tags.CARD_FACE) }
        said("openCard null", "openCard c1", "actFor c1", "open READER")
    }

    @Test
    fun `acting for a child is said on every page but the reader, and ends by one press`() {
        val acting = Catalogue.all.filter { it.state.actingFor != null && it.state.phase is Phase.Card }
        for (entry in acting) {
            runDesktopComposeUiTest(412, 892) {
                setContent { Stage(entry, actions = asked) }
                val reads = entry.shell("nb", null).opened in setOf(Opened.READER, Opened.READER_TURNED)
                if (reads) {
                    onNodeWithTag(Tags.ACTING_BANNER).assertDoesNotExist()
                } else {
                    onNodeWithTag(Tags.ACTING_BANNER).assertIsDisplayed()
                }
            }
        }
        assertTrue(acting.size > 10)
        on("libraries-acting") { press(Tags.ACT_FOR_ME) }
        on("library-acting-home") { onNodeWithTag(Tags.MAKE_HOME).assertDoesNotExist() }
        said("actFor null")
    }
}
