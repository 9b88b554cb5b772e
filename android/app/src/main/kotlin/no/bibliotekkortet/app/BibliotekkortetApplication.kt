package no.bibliotekkortet.app

import android.app.Application
import android.os.Build
import no.bibliotekkortet.binding.AndroidTrust
import no.bibliotekkortet.binding.KeystoreVault
import no.bibliotekkortet.core.AppConfig
import no.bibliotekkortet.core.Vault

/** One process, one core. Tests put their own addresses and vault in place by a subclass. */
open class BibliotekkortetApplication : Application() {
    /** The running app, or why there is none. Made at first use, once: a library that is broken stays so. */
    open val start: Start by lazy { startApp(this, config(), vault(), deviceLock, place, AndroidTrust::start) }

    /** The phone's lock. Lives here, since what waits for it outlives an activity. */
    open val deviceLock = PhoneLock()

    /** Where the phone is. Lives here for the same reason. */
    val place = PhonePlace()

    /** Where the national service is; people sign in there too. */
    protected open fun config() =
        AppConfig(
            dataDir = noBackupFilesDir.resolve("card").path,
            issuer = "https://api.bibliotekkortet.no",
            cardService = "https://api.bibliotekkortet.no",
            clientId = "bibliotekkortet-app",
            // The model, not the name that the person gave it: that may be their own.
            deviceName = Build.MODEL.orEmpty(),
            allowLoopbackHttp = false,
        )

    /** Where the secrets are. */
    protected open fun vault(): Vault = KeystoreVault(noBackupFilesDir.resolve("vault"))
}
