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

func symbology(_ name: String) throws -> Symbology { try named([.code128, .code39], name) }
