package no.bibliotekkortet.ui

/** Names by which tests and drivers find things, the same in both shells. */
object Tags {
    // Before sign-in, and on the way in.
    const val SIGN_IN = "sign-in"
    const val DOOR_IDPORTEN = "door-idporten"
    const val DOOR_FEIDE = "door-feide"
    const val DOOR_CARD_NUMBER = "door-card-number"
    const val OPEN_BROWSER_AGAIN = "open-browser-again"
    const val CANCEL_SIGN_IN = "cancel-sign-in"
    const val COPY_ADDRESS = "copy-address"
    const val ADDRESS = "address"
    const val SIGNED_OUT = "signed-out"
    const val SIGN_IN_AGAIN = "sign-in-again"
    const val WAITING = "waiting"
    const val LOADING = "loading"

    // The form for a number with PIN or password, and the one-time code.
    const val CARD_FORM = "card-form"
    const val NUMBER_FIELD = "number-field"
    const val KIND_PIN = "kind-pin"
    const val KIND_PASSWORD = "kind-password"
    const val SECRET_FIELD = "secret-field"
    const val SECRET_SHOW = "secret-show"
    const val REMEMBER = "remember"
    const val SUBMIT = "submit"
    const val FORGOT = "forgot"
    const val FORGOT_DIALOG = "forgot-dialog"
    const val FORGOT_ID_PORTEN = "forgot-id-porten"
    const val FORGOT_CANCEL = "forgot-cancel"
    const val ONE_TIME_CODE = "one-time-code"
    const val CODE_FIELD = "code-field"

    // The card, the reader, the menu.
    const val CARD = "card"
    const val NO_CARD = "no-card"
    const val CARD_FACE = "card-face"
    const val BARCODE = "barcode"
    const val CARD_NUMBER = "card-number"
    const val FRESHNESS = "freshness"
    const val OFFLINE = "offline"
    const val REFRESH = "refresh"
    const val READER = "reader"
    const val READER_CLOSE = "reader-close"
    const val READER_TURN = "reader-turn"
    const val MENU = "menu"
    const val MENU_DEVICES = "menu-devices"
    const val LOCK_CARD = "lock-card"
    const val SIGN_OUT = "sign-out"
    const val SIGN_OUT_DIALOG = "sign-out-dialog"
    const val SIGN_OUT_BROWSER = "sign-out-browser"
    const val SIGN_OUT_CONFIRM = "sign-out-confirm"
    const val SIGN_OUT_CANCEL = "sign-out-cancel"

    // The sign-ins on all devices, the step-up, the lock.
    const val DEVICES = "devices"
    const val DEVICES_LOADING = "devices-loading"
    const val ONLY_THIS_DEVICE = "only-this-device"
    const val END_DEVICE_DIALOG = "end-device-dialog"
    const val END_DEVICE_CONFIRM = "end-device-confirm"
    const val END_DEVICE_CANCEL = "end-device-cancel"
    const val DEVICE_ENDED = "device-ended"
    const val STEP_UP = "step-up"
    const val STEP_UP_ID_PORTEN = "step-up-id-porten"
    const val STEP_UP_NOT_NOW = "step-up-not-now"
    const val LOCKED = "locked"
    const val UNLOCK = "unlock"
    const val DEVICE_LOCK = "device-lock"
    const val DEVICE_LOCK_CONFIRM = "device-lock-confirm"
    const val DEVICE_LOCK_CANCEL = "device-lock-cancel"

    // On many pages.
    const val BACK = "back"
    const val TROUBLE = "trouble"
    const val TROUBLE_ACTION = "trouble-action"
    const val TROUBLE_DISMISS = "trouble-dismiss"

    fun language(code: String) = "language-$code"

    fun device(id: String) = "device-$id"

    fun endDevice(id: String) = "end-device-$id"
}
