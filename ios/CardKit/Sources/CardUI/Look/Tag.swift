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
    static let menu = "menu"
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
}
