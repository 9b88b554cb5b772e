package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.ui.ShellTrouble

/** The name of the code in `shared-assets/strings`. Written out, since a shrinker renames classes. */
val CardException.code: String
    get() =
        when (this) {
            is CardException.Offline -> "Offline"
            is CardException.Service -> "Service"
            is CardException.SignInRefused -> "SignInRefused"
            is CardException.SignInCancelled -> "SignInCancelled"
            is CardException.SignInExpired -> "SignInExpired"
            is CardException.LevelTooLow -> "LevelTooLow"
            is CardException.ClockWrong -> "ClockWrong"
            is CardException.WrongCredentials -> "WrongCredentials"
            is CardException.LockedOut -> "LockedOut"
            is CardException.Locked -> "Locked"
            is CardException.NoCard -> "NoCard"
            is CardException.StorageFull -> "StorageFull"
            is CardException.StorageReadOnly -> "StorageReadOnly"
            is CardException.StorageDamaged -> "StorageDamaged"
            is CardException.VaultUnavailable -> "VaultUnavailable"
            is CardException.InvalidNumber -> "InvalidNumber"
            is CardException.RulesChanged -> "RulesChanged"
            is CardException.RulesRefused -> "RulesRefused"
            is CardException.NoRules -> "NoRules"
            is CardException.LibraryClosed -> "LibraryClosed"
            is CardException.NotAllowed -> "NotAllowed"
            is CardException.ReceiptRefused -> "ReceiptRefused"
            is CardException.WrongCode -> "WrongCode"
            is CardException.CodeExpired -> "CodeExpired"
            is CardException.TooSimple -> "TooSimple"
            is CardException.WrongLength -> "WrongLength"
            is CardException.InvalidEmail -> "InvalidEmail"
            is CardException.LookalikeEmail -> "LookalikeEmail"
            is CardException.InvalidPhone -> "InvalidPhone"
            is CardException.InvalidAddress -> "InvalidAddress"
            is CardException.ChangedElsewhere -> "ChangedElsewhere"
            is CardException.Incomplete -> "Incomplete"
            is CardException.Internal -> "Internal"
        }

/** The same for the shell's own; null when it has a place of its own on the screen. */
val ShellTrouble.code: String?
    get() =
        when (this) {
            ShellTrouble.PORT_IN_USE -> "PortInUse"
            ShellTrouble.NO_LIBRARY -> "NoLibrary"
            ShellTrouble.BAD_LINK -> "BadLink"
            ShellTrouble.NO_DEVICE_LOCK -> "NoDeviceLock"
            ShellTrouble.NO_BROWSER -> null
        }

/** When another try is worth it, in the largest unit that still says something; null when the service doesn't tell. */
fun tryAgain(
    failure: CardException.LockedOut,
    words: Strings,
): String? {
    val minutes = failure.retryAfterS?.let { (it.toLong() + 59) / 60 } ?: return null
    return when {
        minutes <= 1 -> words.cardFormLockedMinute
        minutes <= IN_MINUTES -> words.cardFormLockedMinutes("$minutes")
        else -> words.cardFormLockedHours("${(minutes + 59) / 60}")
    }
}

internal const val IN_MINUTES = 90
