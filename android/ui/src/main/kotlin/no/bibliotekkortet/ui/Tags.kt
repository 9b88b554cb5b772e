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

    // The card and the reader.
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

    // Getting a card without one.
    const val GET_CARD = "get-card"
    const val WITHOUT_EID = "without-eid"
    const val WITHOUT_EID_PAGE = "without-eid-page"

    // Registering.
    const val REGISTER = "register"
    const val REGISTER_PROGRESS = "register-progress"
    const val REGISTER_LATER = "register-later"
    const val REGISTER_NEXT = "register-next"
    const val REGISTER_LOADING = "register-loading"
    const val REGISTER_REGISTRY = "register-registry"
    const val REGISTRY_WRONG = "registry-wrong"
    const val REGISTER_EMAIL = "register-email"
    const val REGISTER_CODE = "register-code"
    const val REGISTER_CONTACT = "register-contact"
    const val REGISTER_SECRETS = "register-secrets"
    const val REGISTER_LIBRARY = "register-library"
    const val REGISTER_FINISH = "register-finish"
    const val REGISTER_RETRY = "register-retry"
    const val CARD_READY = "card-ready"

    // Fields of registering, of contact and of secrets.
    const val EMAIL_FIELD = "email-field"
    const val EMAIL_EDIT = "email-edit"
    const val CODE_AGAIN = "code-again"
    const val PHONE_FIELD = "phone-field"
    const val PIN_FIELD = "pin-field"
    const val PIN_SHOW = "pin-show"
    const val PASSWORD_OPEN = "password-open"
    const val PASSWORD_FIELD = "password-field"
    const val PASSWORD_SHOW = "password-show"

    // Several cards, and acting for somebody.
    const val CARD_DOTS = "card-dots"
    const val ALL_CARDS = "all-cards"
    const val CARDS = "cards"
    const val CARD_OF_ME = "card-of-me"
    const val ACT_FOR = "act-for"
    const val ACTING_BANNER = "acting-banner"
    const val ACT_FOR_ME = "act-for-me"

    // Contact.
    const val ME_CONTACT = "me-contact"
    const val CONTACT = "contact"
    const val CONTACT_LOADING = "contact-loading"
    const val CONTACT_CHANGE = "contact-change"
    const val EMAIL_CHANGE = "email-change"
    const val EMAIL_WRITE_CODE = "email-write-code"
    const val ADDRESS_CHANGE = "address-change"
    const val EMAIL = "email"
    const val EMAIL_SEND = "email-send"
    const val CONTACT_FORM = "contact-form"
    const val CONTACT_SAVE = "contact-save"
    const val ADDRESS_FORM = "address-form"
    const val ADDRESS_ADD_LINE = "address-add-line"
    const val ADDRESS_UNTIL = "address-until"
    const val ADDRESS_REMOVE = "address-remove"
    const val CONFLICT = "conflict"
    const val KEEP_THEIRS = "keep-theirs"
    const val KEEP_MINE = "keep-mine"

    // PIN and password.
    const val ME_PIN = "me-pin"
    const val ME_PASSWORD = "me-password"
    const val PIN = "pin"
    const val PASSWORD = "password"
    const val SECRET_SAVE = "secret-save"
    const val SECRET_CHANGED = "secret-changed"

    // Children.
    const val ME_CHILDREN = "me-children"
    const val CHILDREN = "children"
    const val CHILDREN_EMPTY = "children-empty"
    const val CHILDREN_LOADING = "children-loading"
    const val ADD_CHILDREN = "add-children"
    const val CHILD_MISSING = "child-missing"
    const val CHILD = "child"
    const val CHILD_CARD = "child-card"
    const val ADD_CHILD_CARD = "add-child-card"
    const val CHILD_CHANGES = "child-changes"
    const val CHILD_LEDGER = "child-ledger"

    // Cards for children, and the code by which a library confirms one.
    const val ADD_CHILDREN_PAGE = "add-children-page"
    const val CHILD_LIBRARY = "child-library"
    const val CHILD_LIBRARY_PAGE = "child-library-page"
    const val REGISTER_CHILDREN = "register-children"
    const val SIGN_FOR_CHILD = "sign-for-child"
    const val NEXT_CHILD = "next-child"
    const val CHILDREN_DONE = "children-done"
    const val CHILD_CODE = "child-code"
    const val MAKE_CHILD_CODE = "make-child-code"
    const val CHILD_CODE_VALUE = "child-code-value"

    // What was done, and what changes.
    const val ME_LEDGER = "me-ledger"
    const val LEDGER = "ledger"
    const val LEDGER_EMPTY = "ledger-empty"
    const val LEDGER_LOADING = "ledger-loading"
    const val ME_OWN_CHANGES = "me-own-changes"
    const val OWN_CHANGES = "own-changes"
    const val SEE_CHANGES = "see-changes"

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

    fun pick(number: String) = "pick-$number"

    fun channel(name: String) = "channel-$name"

    fun cardOf(id: String) = "card-of-$id"

    fun childRow(id: String) = "child-$id"

    fun pickChild(id: String) = "pick-child-$id"

    fun outcome(id: String) = "outcome-$id"

    fun addressLine(index: Int) = "address-line-$index"

    fun contactLanguage(code: String) = "contact-language-$code"
}
