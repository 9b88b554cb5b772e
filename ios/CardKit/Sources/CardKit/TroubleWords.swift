import CardCore

extension CardError {
    /// Title, text and button, as far as where one is makes them others than the code's own.
    func words(_ state: AppState, _ opened: Opened, _ words: any Strings) -> ErrorWords? {
        guard let error = words.error(code) else { return nil }
        switch self {
        case .WrongCredentials where state.phase == .signingIn(step: .codeWanted):
            return ErrorWords(
                title: words.oneTimeCodeWrongTitle, text: words.oneTimeCodeWrongText,
                action: words.oneTimeCodeWrongAction)
        case .WrongCode(let left):
            let again = words.error("CodeExpired")?.action ?? error.action
            return ErrorWords(
                title: error.title, text: wrongCode(left, words), action: left == 0 ? again : error.action)
        case .LockedOut(let seconds) where isPerson(state, opened):
            return ErrorWords(title: error.title, text: waitWords(seconds, words), action: words.a11yDismiss)
        case .LockedOut(let seconds?):
            return ErrorWords(title: error.title, text: lockedOut(seconds, words), action: error.action)
        case .NotAllowed where state.registration != nil:
            return ErrorWords(
                title: words.registerNotAllowedTitle, text: words.registerNotAllowedText, action: words.a11yDismiss)
        case .NotAllowed where opened.isAboutChildren:
            return ErrorWords(
                title: words.childrenNotAllowedTitle, text: words.childrenNotAllowedText, action: words.a11yDismiss)
        case .NotAllowed where isPerson(state, opened):
            return ErrorWords(title: error.title, text: error.text, action: words.a11yDismiss)
        case .SignInExpired where state.registration != nil, .LevelTooLow where state.registration != nil:
            return ErrorWords(title: error.title, text: error.text, action: words.registerSignIn)
        default: return error
        }
    }

    /// Too many codes or changes: no other door helps, time does.
    private func isPerson(_ state: AppState, _ opened: Opened) -> Bool {
        state.registration != nil || opened == .contact || opened == .email || opened.isSecret || opened.isContactForm
    }
}

/// How many more may be tried, if the service says.
private func wrongCode(_ left: UInt8?, _ words: any Strings) -> String {
    switch left {
    case nil: words.emailCodeWrong
    case 0?: words.emailCodeWrongNone
    case 1?: words.emailCodeWrongOne
    case let left?: words.emailCodeWrongMany("\(left)")
    }
}
