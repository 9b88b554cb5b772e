import CardCore

/// A case by the name that the catalogue has for it, which is ours with a capital.
func named<T>(_ cases: [T], _ name: String) throws -> T {
    guard let found = cases.first(where: { "\($0)".lowercased() == name.lowercased() }) else {
        throw Unknown(name: name)
    }
    return found
}

func standing(_ name: String) throws -> Standing {
    try named([.none, .pending, .guest, .active, .blocked, .ended], name)
}

func activation(_ name: String) throws -> Activation { try named([.digital, .inPerson], name) }

func agreement(_ name: String) throws -> Agreement { try named([.rules, .staffless], name) }

func severity(_ name: String) throws -> Severity { try named([.editorial, .material, .money, .age], name) }

func about(_ name: String) throws -> About { try named([.general, .money, .age, .privacy, .conduct], name) }

func clauseKind(_ name: String) throws -> ClauseKind {
    try named([.unchanged, .changed, .added, .removed, .moved], name)
}

func spanPart(_ name: String) throws -> SpanPart { try named([.same, .removed, .added], name) }

func basis(_ name: String) throws -> Basis { try named([.parentalResponsibility, .guardian, .libraryConfirmed], name) }

func proof(_ name: String) throws -> Proof { try named([.proved, .refused, .noKeys], name) }

func exportKind(_ name: String) throws -> ExportKind {
    try named([.name, .card, .library, .receipt, .device, .mail, .other], name)
}

func channel(_ name: String) throws -> Channel { try named([.email, .sms, .app], name) }

func told(_ name: String) throws -> CardCore.Step {
    try named([.email, .emailCode, .contact, .secrets, .homeLibrary], name)
}

func act(_ name: String) throws -> Act {
    try named(
        [
            .showCard, .seeLibraries, .seeLedger, .signRules, .signStaffless, .changeContact, .changeHomeLibrary,
            .blockCard, .endCard,
        ], name)
}

func nearness(_ name: String) throws -> Stage { try named([.later, .soon, .last], name) }

func outcome(_ name: String) throws -> ChildOutcome {
    try named([.registered, .alreadyRegistered, .signsAlone, .tooYoung, .notAllowed], name)
}

func done(_ name: String) throws -> Done {
    try named(
        [
            .registered, .signedRules, .signedStaffless, .confirmed, .takenBack, .homeLibrary, .guardianConfirmed,
            .contactChanged, .pinChanged, .passwordChanged, .left, .other,
        ], name)
}

func by(_ name: String) throws -> By { try named([.own, .guardian, .library], name) }

func symbology(_ name: String) throws -> Symbology { try named([.code128, .code39], name) }
