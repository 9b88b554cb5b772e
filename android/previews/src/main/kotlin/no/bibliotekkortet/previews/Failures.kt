package no.bibliotekkortet.previews

import kotlinx.serialization.json.JsonObject
import no.bibliotekkortet.core.CardException

/** A failure of the core, by its code. */
internal fun failure(row: JsonObject): CardException =
    when (val code = row.text("code")) {
        "Offline" -> CardException.Offline()
        "Service" -> CardException.Service(row.intOrNull("retry_after_s")?.toUInt())
        "SignInRefused" -> CardException.SignInRefused(row.text("check"))
        "SignInCancelled" -> CardException.SignInCancelled()
        "SignInExpired" -> CardException.SignInExpired()
        "LevelTooLow" -> CardException.LevelTooLow()
        "ClockWrong" -> CardException.ClockWrong()
        "WrongCredentials" -> CardException.WrongCredentials()
        "LockedOut" -> CardException.LockedOut(row.intOrNull("retry_after_s")?.toUInt())
        "Locked" -> CardException.Locked()
        "NoCard" -> CardException.NoCard()
        "StorageFull" -> CardException.StorageFull()
        "StorageReadOnly" -> CardException.StorageReadOnly()
        "StorageDamaged" -> CardException.StorageDamaged()
        "VaultUnavailable" -> CardException.VaultUnavailable()
        "InvalidNumber" -> CardException.InvalidNumber()
        "RulesChanged" -> CardException.RulesChanged()
        "RulesRefused" -> CardException.RulesRefused()
        "NoRules" -> CardException.NoRules()
        "LibraryClosed" -> CardException.LibraryClosed()
        "NotAllowed" -> CardException.NotAllowed()
        "ReceiptRefused" -> CardException.ReceiptRefused()
        "WrongCode" -> CardException.WrongCode(row.intOrNull("tries_left")?.toUByte())
        "CodeExpired" -> CardException.CodeExpired()
        "TooSimple" -> CardException.TooSimple()
        "WrongLength" -> CardException.WrongLength()
        "InvalidEmail" -> CardException.InvalidEmail()
        "LookalikeEmail" -> CardException.LookalikeEmail()
        "InvalidPhone" -> CardException.InvalidPhone()
        "InvalidAddress" -> CardException.InvalidAddress()
        "ChangedElsewhere" -> CardException.ChangedElsewhere()
        "Incomplete" -> CardException.Incomplete()
        "Internal" -> CardException.Internal()
        else -> error("no code `$code`")
    }
