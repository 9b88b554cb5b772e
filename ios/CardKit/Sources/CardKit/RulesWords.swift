import CardCore
import Foundation

/// A language by its name in the language that is read.
public func textLanguage(_ tag: String, _ words: any Strings) -> String {
    switch tag.lowercased().split(separator: "-").first.map(String.init) ?? "" {
    case "nb", "no": words.textLanguageNb
    case "nn": words.textLanguageNn
    case "se", "sme": words.textLanguageSe
    case "smj": words.textLanguageSmj
    case "sma": words.textLanguageSma
    case "fkv": words.textLanguageFkv
    case "en": words.textLanguageEn
    default: words.textLanguageOther(tag)
    }
}

/// How much a change matters.
public func severityWords(_ severity: Severity, _ words: any Strings) -> String {
    switch severity {
    case .editorial: words.severityEditorial
    case .material: words.severityMaterial
    case .money: words.severityMoney
    case .age: words.severityAge
    }
}

/// What happened to a clause; nil when nothing did.
public func clauseKindWords(_ kind: ClauseKind, _ words: any Strings) -> String? {
    switch kind {
    case .unchanged: nil
    case .changed: words.clauseChanged
    case .added: words.clauseAdded
    case .removed: words.clauseRemoved
    case .moved: words.clauseMoved
    }
}

/// One thing that changes, in words with its figures.
public func changeWords(_ change: Change, _ words: any Strings) -> String {
    switch change {
    case .amount(let old?, let new?): words.changeAmountChanged(kroner(new, words), kroner(old, words))
    case .amount(nil, let new?): words.changeAmountNew(kroner(new, words))
    case .amount(let old, nil): words.changeAmountRemoved(old.map { kroner($0, words) } ?? "")
    case .age(let old?, let new?): words.changeAgeChanged("\(new)", "\(old)")
    case .age(nil, let new?): words.changeAgeNew("\(new)")
    case .age(let old, nil): words.changeAgeRemoved(old.map { "\($0)" } ?? "")
    case .added(let about): added(about, words)
    case .removed(let about): removed(about, words)
    case .reworded(let about): reworded(about, words)
    }
}

/// Old and new figure, when the change has both.
public func figures(_ change: Change, _ words: any Strings) -> (old: String, new: String)? {
    switch change {
    case .amount(let old?, let new?): (kroner(old, words), kroner(new, words))
    case .age(let old?, let new?): ("\(old)", "\(new)")
    default: nil
    }
}

/// An amount: whole kroner without decimals.
public func kroner(_ amount: Kroner, _ words: any Strings) -> String {
    let (whole, rest) = (amount.ore / 100, amount.ore % 100)
    return rest == 0
        ? words.moneyKroner("\(whole)") : words.moneyKronerOre("\(whole)", (rest < 10 ? "0" : "") + "\(rest)")
}

private func added(_ about: About, _ words: any Strings) -> String {
    switch about {
    case .general: words.changeAddedGeneral
    case .money: words.changeAddedMoney
    case .age: words.changeAddedAge
    case .privacy: words.changeAddedPrivacy
    case .conduct: words.changeAddedConduct
    }
}

private func removed(_ about: About, _ words: any Strings) -> String {
    switch about {
    case .general: words.changeRemovedGeneral
    case .money: words.changeRemovedMoney
    case .age: words.changeRemovedAge
    case .privacy: words.changeRemovedPrivacy
    case .conduct: words.changeRemovedConduct
    }
}

private func reworded(_ about: About, _ words: any Strings) -> String {
    switch about {
    case .general: words.changeRewordedGeneral
    case .money: words.changeRewordedMoney
    case .age: words.changeRewordedAge
    case .privacy: words.changeRewordedPrivacy
    case .conduct: words.changeRewordedConduct
    }
}

extension ClauseView {
    /// Its heading; one without has its place.
    public func title(_ place: Int, _ words: any Strings) -> String {
        heading.isEmpty ? words.clauseUnnamed("\(place)") : heading
    }

    /// Its text for a voice: what went and what came are named.
    public func spoken(_ words: any Strings) -> String {
        if kind == .removed { return words.clauseA11yRemoved(text) }
        if spans.isEmpty { return kind == .added ? words.clauseA11yAdded(text) : text }
        return spans.map { span in
            let plain = span.text.trimmingCharacters(in: .whitespacesAndNewlines)
            return switch span.part {
            case .same: plain
            case .removed: plain.isEmpty ? "" : words.clauseA11yRemoved(plain) + "."
            case .added: plain.isEmpty ? "" : words.clauseA11yAdded(plain) + "."
            }
        }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
}
