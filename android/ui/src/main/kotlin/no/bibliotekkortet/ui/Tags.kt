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

    // The bar at the bottom.
    const val TAB_CARD = "tab-card"
    const val TAB_LIBRARIES = "tab-libraries"
    const val TAB_ME = "tab-me"

    // Mine bibliotek.
    const val LIBRARIES = "libraries"
    const val LIBRARIES_EMPTY = "libraries-empty"
    const val LIBRARIES_LOADING = "libraries-loading"
    const val FIND_OPEN = "find-open"
    const val REFRESH_LIBRARIES = "refresh-libraries"

    // Finding libraries.
    const val FIND = "find"
    const val SEARCH_FIELD = "search-field"
    const val SEARCH_CLEAR = "search-clear"
    const val SEARCH_EMPTY = "search-empty"
    const val NEAR_ME = "near-me"
    const val READ_CHOSEN = "read-chosen"
    const val DEMO_DATA = "demo-data"

    // One library.
    const val LIBRARY = "library"
    const val JOIN = "join"
    const val MAKE_HOME = "make-home"
    const val READ_STAFFLESS = "read-staffless"
    const val READ_RULES = "read-rules"
    const val WITHDRAW = "withdraw"
    const val WITHDRAW_DIALOG = "withdraw-dialog"
    const val WITHDRAW_CONFIRM = "withdraw-confirm"
    const val WITHDRAW_CANCEL = "withdraw-cancel"
    const val HOW_TO_LEAVE = "how-to-leave"
    const val MAIL = "mail"
    const val PHONE = "phone"
    const val WEB = "web"

    // Reading and signing.
    const val TRIP = "trip"
    const val TRIP_CLOSE = "trip-close"
    const val TRIP_PROGRESS = "trip-progress"
    const val TRIP_LOADING = "trip-loading"
    const val TEXT_LARGER = "text-larger"
    const val TEXT_SMALLER = "text-smaller"
    const val WHATS_NEW = "whats-new"
    const val CONTENTS = "contents"
    const val HAVE_READ = "have-read"
    const val SIGN = "sign"
    const val SKIP_STOP = "skip-stop"
    const val KEEP_RULES = "keep-rules"
    const val TRIP_SUMMARY = "trip-summary"
    const val TRIP_DONE = "trip-done"
    const val END_TRIP_DIALOG = "end-trip-dialog"
    const val END_TRIP_CONFIRM = "end-trip-confirm"
    const val END_TRIP_CANCEL = "end-trip-cancel"

    // The code for the desk.
    const val DESK_CODE = "desk-code"
    const val DESK_CODE_WAITING = "desk-code-waiting"
    const val DESK_CODE_DONE = "desk-code-done"

    // Receipts.
    const val RECEIPTS = "receipts"
    const val RECEIPTS_EMPTY = "receipts-empty"
    const val RECEIPT = "receipt"
    const val CHECK_RECEIPT = "check-receipt"
    const val SHARE_RECEIPT = "share-receipt"
    const val RECEIPT_PROOF = "receipt-proof"
    const val RECEIPT_DETAILS = "receipt-details"

    // Meg and its pages.
    const val ME = "me"
    const val ME_NOTICES = "me-notices"
    const val ME_RECEIPTS = "me-receipts"
    const val MY_DATA = "my-data"
    const val NOTICES = "notices"
    const val NOTICES_EMPTY = "notices-empty"
    const val KEEP_CARD = "keep-card"
    const val MY_DATA_PAGE = "my-data-page"
    const val EXPORT = "export"
    const val SHARE_JSON = "share-json"
    const val SHARE_TEXT = "share-text"
    const val LEAVE_OPEN = "leave-open"

    // Leaving, and the farewell.
    const val LEAVE = "leave"
    const val LEAVE_HOLD = "leave-hold"
    const val LEAVE_KEEP = "leave-keep"
    const val END_CARD = "end-card"
    const val LEAVE_DONE = "leave-done"

    // On many pages.
    const val SAVED = "saved"
    const val BACK = "back"
    const val TROUBLE = "trouble"
    const val TROUBLE_ACTION = "trouble-action"
    const val TROUBLE_DISMISS = "trouble-dismiss"

    fun language(code: String) = "language-$code"

    fun device(id: String) = "device-$id"

    fun endDevice(id: String) = "end-device-$id"

    fun libraryRow(number: String) = "library-$number"

    fun relation(number: String) = "relation-$number"

    fun showDeskCode(number: String) = "show-desk-code-$number"

    fun readNew(number: String) = "read-new-$number"

    fun choose(number: String) = "choose-$number"

    fun rulesLanguage(tag: String) = "rules-language-$tag"

    fun clause(id: String) = "clause-$id"

    fun party(index: Int) = "party-$index"

    fun receiptRow(id: String) = "receipt-$id"

    fun notice(kind: String) = "notice-$kind"

    fun remaining(number: String) = "remaining-$number"

    fun write(number: String) = "write-$number"

    fun copy(number: String) = "copy-$number"
}
