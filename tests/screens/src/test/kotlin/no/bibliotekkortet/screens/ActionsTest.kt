package no.bibliotekkortet.screens

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsFocused
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performImeAction
import no.bibliotekkortet.ui.Tags
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** What each thing on the sign-in's pages asks of the shell. */
@OptIn(ExperimentalTestApi::class)
class ActionsTest : Pressing() {
    @Test
    fun `each door goes its way`() =
        on("sign-in") {
            press(Tags.DOOR_IDPORTEN)
            press(Tags.DOOR_FEIDE)
            press(Tags.DOOR_CARD_NUMBER)
            said("signIn ID_PORTEN", "signIn FEIDE", "open CARD_FORM")
        }

    @Test
    fun `an empty field gets the focus, and nothing is sent`() =
        on("card-form") {
            press(Tags.SUBMIT)
            onNodeWithTag(Tags.NUMBER_FIELD).assertIsFocused()
            type(Tags.NUMBER_FIELD, "N012345678")
            press(Tags.SUBMIT)
            onNodeWithTag(Tags.SECRET_FIELD).assertIsFocused()
            said()
        }

    @Test
    fun `a PIN is four digits, and the keyboard's last key sends`() =
        on("card-form") {
            type(Tags.NUMBER_FIELD, "N012345678")
            type(Tags.SECRET_FIELD, "47x11999")
            assertEquals(4, text(Tags.SECRET_FIELD).length)
            onNodeWithTag(Tags.SECRET_FIELD).performImeAction()
            said("signInWithCard")
        }

    @Test
    fun `another kind of secret is another secret`() =
        on("card-form-filled") {
            assertEquals("•".repeat("blåbær og bok".length), text(Tags.SECRET_FIELD), "dots")
            press(Tags.SECRET_SHOW)
            assertEquals("blåbær og bok", text(Tags.SECRET_FIELD))
            press(Tags.KIND_PIN)
            assertEquals("", text(Tags.SECRET_FIELD))
            assertEquals("N012 345 678", text(Tags.NUMBER_FIELD))
        }

    @Test
    fun `a form that is being sent can be given up, and not sent twice`() =
        on("card-form-busy") {
            onNodeWithTag(Tags.SUBMIT).assertIsNotEnabled()
            assertEquals("", text(Tags.SECRET_FIELD))
            press(Tags.BACK)
            said("cancelSignIn")
        }

    @Test
    fun `a failure has the focus, and its button leads on to the field`() =
        on("card-form-WrongCredentials") {
            onNodeWithTag(Tags.TROUBLE).assertIsFocused()
            press(Tags.TROUBLE_ACTION)
            onNodeWithTag(Tags.SECRET_FIELD).assertIsFocused()
            said("dismissTrouble")
        }

    @Test
    fun `too many tries say how long, and offer another door`() {
        on("card-form-LockedOut") {
            onNodeWithText("14 minutter", substring = true).assertIsDisplayed()
            press(Tags.TROUBLE_ACTION)
            said("signIn ID_PORTEN")
        }
        on("card-form-LockedOut-minute") { onNodeWithText("ett minutt", substring = true).assertIsDisplayed() }
        on("card-form-LockedOut-hours") { onNodeWithText("24 timer", substring = true).assertIsDisplayed() }
    }

    @Test
    fun `who forgot goes by ID-porten`() =
        on("card-form-forgot") {
            press(Tags.FORGOT_CANCEL)
            press(Tags.FORGOT_ID_PORTEN)
            said("open CARD_FORM", "signIn ID_PORTEN")
        }

    @Test
    fun `a code is six digits, sent once and gone from the field`() =
        on("one-time-code") {
            press(Tags.SUBMIT)
            onNodeWithTag(Tags.CODE_FIELD).assertIsFocused()
            type(Tags.CODE_FIELD, "12 34 56 78")
            press(Tags.SUBMIT)
            assertEquals("", text(Tags.CODE_FIELD))
            press(Tags.CANCEL_SIGN_IN)
            said("giveOneTimeCode 123456", "cancelSignIn")
        }

    @Test
    fun `ending another device's sign-in asks first`() {
        on("devices") { press(Tags.endDevice("d3")) }
        on("devices-end") {
            onNodeWithText("neste gang den er på nett", substring = true).assertIsDisplayed()
            press(Tags.END_DEVICE_CONFIRM)
        }
        on("devices-ending") { onNodeWithTag(Tags.endDevice("d3")).assertIsNotEnabled() }
        on("devices-Offline") { press(Tags.TROUBLE_ACTION) }
        on("devices-SignInExpired") { press(Tags.TROUBLE_ACTION) }
        said("askEndDevice d3", "endDevice d3", "seeDevices", "signIn ID_PORTEN")
    }

    @Test
    fun `a step-up goes on or back`() {
        on("step-up-EndDevices") {
            press(Tags.STEP_UP_ID_PORTEN)
            press(Tags.STEP_UP_NOT_NOW)
        }
        on("step-up-Offline") { press(Tags.TROUBLE_ACTION) }
        said("stepUp", "back", "stepUp")
    }

    @Test
    fun `the lock opens by its button, and is set at Meg`() {
        on("locked") { press(Tags.UNLOCK) }
        on("me") {
            onNodeWithTag(Tags.LOCK_CARD).assertIsOff()
            press(Tags.LOCK_CARD)
            press(Tags.MENU_DEVICES)
        }
        on("me-lock") {
            onNodeWithTag(Tags.LOCK_CARD).assertIsOn()
            press(Tags.LOCK_CARD)
        }
        said("unlock", "lockCard true", "seeDevices", "lockCard false")
    }

    @Test
    fun `the browser is left alone unless the person wants it signed out too`() {
        on("me-sign-out") {
            onNodeWithTag(Tags.SIGN_OUT_BROWSER).assertIsOff()
            press(Tags.SIGN_OUT_CONFIRM)
        }
        on("me-sign-out") {
            press(Tags.SIGN_OUT_BROWSER)
            onNodeWithTag(Tags.SIGN_OUT_BROWSER).assertIsOn()
            press(Tags.SIGN_OUT_CONFIRM)
        }
        said("back", "signOut false", "back", "signOut true")
    }
}
