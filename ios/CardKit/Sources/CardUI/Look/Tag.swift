/// Names by which tests and drivers find things; those of the Compose screens.
public enum Tag {
    static let signIn = "sign-in"
    static let doorIdPorten = "door-idporten"
    static let doorFeide = "door-feide"
    static let doorCardNumber = "door-card-number"
    static let openBrowserAgain = "open-browser-again"
    static let cancelSignIn = "cancel-sign-in"
    static let copyAddress = "copy-address"
    static let address = "address"
    static let card = "card"
    static let noCard = "no-card"
    static let cardFace = "card-face"
    static let barcode = "barcode"
    static let cardNumber = "card-number"
    static let freshness = "freshness"
    static let offline = "offline"
    static let refresh = "refresh"
    static let signOut = "sign-out"
    static let signOutDialog = "sign-out-dialog"
    static let signOutConfirm = "sign-out-confirm"
    static let signOutCancel = "sign-out-cancel"
    static let signedOut = "signed-out"
    static let trouble = "trouble"
    static let troubleAction = "trouble-action"
    static let troubleDismiss = "trouble-dismiss"
    static let signInAgain = "sign-in-again"
    static let reader = "reader"
    static let readerClose = "reader-close"
    static let readerTurn = "reader-turn"
    static let waiting = "waiting"
    static let loading = "loading"
    static let cardForm = "card-form"
    static let numberField = "number-field"
    static let kindPin = "kind-pin"
    static let kindPassword = "kind-password"
    static let secretField = "secret-field"
    static let secretShow = "secret-show"
    static let remember = "remember"
    static let submit = "submit"
    static let forgot = "forgot"
    static let forgotDialog = "forgot-dialog"
    static let forgotIdPorten = "forgot-id-porten"
    static let forgotCancel = "forgot-cancel"
    static let oneTimeCode = "one-time-code"
    static let codeField = "code-field"
    static let menuDevices = "menu-devices"
    static let lockCard = "lock-card"
    static let signOutBrowser = "sign-out-browser"
    static let devices = "devices"
    static let devicesLoading = "devices-loading"
    static let onlyThisDevice = "only-this-device"
    static let endDeviceDialog = "end-device-dialog"
    static let endDeviceConfirm = "end-device-confirm"
    static let endDeviceCancel = "end-device-cancel"
    static let deviceEnded = "device-ended"
    static let stepUp = "step-up"
    static let stepUpIdPorten = "step-up-id-porten"
    static let stepUpNotNow = "step-up-not-now"
    static let locked = "locked"
    static let unlock = "unlock"

    // The bar at the bottom.
    static let tabCard = "tab-card"
    static let tabLibraries = "tab-libraries"
    static let tabMe = "tab-me"

    // Mine bibliotek.
    static let libraries = "libraries"
    static let librariesEmpty = "libraries-empty"
    static let librariesLoading = "libraries-loading"
    static let findOpen = "find-open"
    static let refreshLibraries = "refresh-libraries"

    // Finding libraries.
    static let find = "find"
    static let searchField = "search-field"
    static let searchClear = "search-clear"
    static let searchEmpty = "search-empty"
    static let nearMe = "near-me"
    static let readChosen = "read-chosen"
    static let demoData = "demo-data"

    // One library.
    static let library = "library"
    static let join = "join"
    static let makeHome = "make-home"
    static let readStaffless = "read-staffless"
    static let readRules = "read-rules"
    static let withdraw = "withdraw"
    static let withdrawDialog = "withdraw-dialog"
    static let withdrawConfirm = "withdraw-confirm"
    static let withdrawCancel = "withdraw-cancel"
    static let howToLeave = "how-to-leave"
    static let mail = "mail"
    static let phone = "phone"
    static let web = "web"

    // Reading and signing.
    static let trip = "trip"
    static let tripClose = "trip-close"
    static let tripProgress = "trip-progress"
    static let tripLoading = "trip-loading"
    static let textLarger = "text-larger"
    static let textSmaller = "text-smaller"
    static let whatsNew = "whats-new"
    static let contents = "contents"
    static let haveRead = "have-read"
    static let sign = "sign"
    static let skipStop = "skip-stop"
    static let keepRules = "keep-rules"
    static let tripSummary = "trip-summary"
    static let tripDone = "trip-done"
    static let endTripDialog = "end-trip-dialog"
    static let endTripConfirm = "end-trip-confirm"
    static let endTripCancel = "end-trip-cancel"

    // The code for the desk.
    static let deskCode = "desk-code"
    static let deskCodeWaiting = "desk-code-waiting"
    static let deskCodeDone = "desk-code-done"

    // Receipts.
    static let receipts = "receipts"
    static let receiptsEmpty = "receipts-empty"
    static let receipt = "receipt"
    static let checkReceipt = "check-receipt"
    static let shareReceipt = "share-receipt"
    static let receiptProof = "receipt-proof"
    static let receiptDetails = "receipt-details"

    // Meg and its pages.
    static let me = "me"
    static let meNotices = "me-notices"
    static let meReceipts = "me-receipts"
    static let myData = "my-data"
    static let notices = "notices"
    static let noticesEmpty = "notices-empty"
    static let keepCard = "keep-card"
    static let myDataPage = "my-data-page"
    static let export = "export"
    static let shareJson = "share-json"
    static let shareText = "share-text"
    static let leaveOpen = "leave-open"

    // Leaving, and the farewell.
    static let leave = "leave"
    static let leaveHold = "leave-hold"
    static let leaveKeep = "leave-keep"
    static let endCard = "end-card"
    static let leaveDone = "leave-done"

    // Getting a card without one.
    static let getCard = "get-card"
    static let withoutEid = "without-eid"
    static let withoutEidPage = "without-eid-page"

    // Registering.
    static let back = "back"
    static let register = "register"
    static let registerProgress = "register-progress"
    static let registerLater = "register-later"
    static let registerNext = "register-next"
    static let registerLoading = "register-loading"
    static let registerRegistry = "register-registry"
    static let registryWrong = "registry-wrong"
    static let registerEmail = "register-email"
    static let registerCode = "register-code"
    static let registerContact = "register-contact"
    static let registerSecrets = "register-secrets"
    static let registerLibrary = "register-library"
    static let registerFinish = "register-finish"
    static let registerRetry = "register-retry"
    static let cardReady = "card-ready"

    // Fields of registering, of contact and of secrets.
    static let emailField = "email-field"
    static let emailEdit = "email-edit"
    static let codeAgain = "code-again"
    static let phoneField = "phone-field"
    static let pinField = "pin-field"
    static let pinShow = "pin-show"
    static let passwordOpen = "password-open"
    static let passwordField = "password-field"
    static let passwordShow = "password-show"

    // Several cards, and acting for somebody.
    static let cardDots = "card-dots"
    static let allCards = "all-cards"
    static let cards = "cards"
    static let cardOfMe = "card-of-me"
    static let actFor = "act-for"
    static let actingBanner = "acting-banner"
    static let actForMe = "act-for-me"

    // Contact.
    static let meContact = "me-contact"
    static let contact = "contact"
    static let contactLoading = "contact-loading"
    static let contactChange = "contact-change"
    static let emailChange = "email-change"
    static let emailWriteCode = "email-write-code"
    static let addressChange = "address-change"
    static let email = "email"
    static let emailSend = "email-send"
    static let contactForm = "contact-form"
    static let contactSave = "contact-save"
    static let saved = "saved"
    static let addressForm = "address-form"
    static let addressAddLine = "address-add-line"
    static let addressUntil = "address-until"
    static let addressRemove = "address-remove"
    static let conflict = "conflict"
    static let keepTheirs = "keep-theirs"
    static let keepMine = "keep-mine"

    // PIN and password.
    static let mePin = "me-pin"
    static let mePassword = "me-password"
    static let pin = "pin"
    static let password = "password"
    static let secretSave = "secret-save"
    static let secretChanged = "secret-changed"

    // Children.
    static let meChildren = "me-children"
    static let children = "children"
    static let childrenEmpty = "children-empty"
    static let childrenLoading = "children-loading"
    static let addChildren = "add-children"
    static let childMissing = "child-missing"
    static let child = "child"
    static let childCard = "child-card"
    static let addChildCard = "add-child-card"
    static let childChanges = "child-changes"
    static let childLedger = "child-ledger"

    // Cards for children, and the code by which a library confirms one.
    static let addChildrenPage = "add-children-page"
    static let childLibrary = "child-library"
    static let childLibraryPage = "child-library-page"
    static let registerChildren = "register-children"
    static let signForChild = "sign-for-child"
    static let nextChild = "next-child"
    static let childrenDone = "children-done"
    static let childCode = "child-code"
    static let makeChildCode = "make-child-code"
    static let childCodeValue = "child-code-value"

    // What was done, and what changes.
    static let meLedger = "me-ledger"
    static let ledger = "ledger"
    static let ledgerEmpty = "ledger-empty"
    static let ledgerLoading = "ledger-loading"
    static let meOwnChanges = "me-own-changes"
    static let ownChanges = "own-changes"
    static let seeChanges = "see-changes"

    static func device(_ id: String) -> String { "device-\(id)" }
    static func endDevice(_ id: String) -> String { "end-device-\(id)" }
    static func language(_ code: String) -> String { "language-\(code)" }
    static func libraryRow(_ number: String) -> String { "library-\(number)" }
    static func relation(_ number: String) -> String { "relation-\(number)" }
    static func showDeskCode(_ number: String) -> String { "show-desk-code-\(number)" }
    static func readNew(_ number: String) -> String { "read-new-\(number)" }
    static func choose(_ number: String) -> String { "choose-\(number)" }
    static func rulesLanguage(_ tag: String) -> String { "rules-language-\(tag)" }
    static func clause(_ id: String) -> String { "clause-\(id)" }
    static func party(_ index: Int) -> String { "party-\(index)" }
    static func receiptRow(_ id: String) -> String { "receipt-\(id)" }
    static func notice(_ kind: String) -> String { "notice-\(kind)" }
    static func remaining(_ number: String) -> String { "remaining-\(number)" }
    static func write(_ number: String) -> String { "write-\(number)" }
    static func copy(_ number: String) -> String { "copy-\(number)" }
    static func pick(_ number: String) -> String { "pick-\(number)" }
    static func channel(_ name: String) -> String { "channel-\(name)" }
    static func cardOf(_ id: String) -> String { "card-of-\(id)" }
    static func childRow(_ id: String) -> String { "child-\(id)" }
    static func pickChild(_ id: String) -> String { "pick-child-\(id)" }
    static func outcome(_ id: String) -> String { "outcome-\(id)" }
    static func addressLine(_ index: Int) -> String { "address-line-\(index)" }
    static func contactLanguage(_ code: String) -> String { "contact-language-\(code)" }
}
