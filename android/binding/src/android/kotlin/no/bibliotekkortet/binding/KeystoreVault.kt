package no.bibliotekkortet.binding

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Vault
import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStore
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * Secrets as files in [folder], each sealed by AES-256-GCM with a key that never leaves the Keystore. The name is sealed
 * along, so that files can't be swapped. A file that can't be opened (its key is gone) counts as absent: signed out, not broken.
 */
class KeystoreVault(
    private val folder: File,
) : Vault {
    override fun get(name: String): ByteArray? =
        guarded {
            val file = file(name)
            if (!file.exists()) return@guarded null
            try {
                open(name, file.readBytes())
            } catch (_: AEADBadTagException) {
                null
            }
        }

    override fun set(
        name: String,
        value: ByteArray,
    ) = guarded {
        folder.mkdirs()
        val cipher = cipher { it.init(Cipher.ENCRYPT_MODE, key()) }
        cipher.updateAAD(name.toByteArray())
        val sealed = cipher.iv + cipher.doFinal(value)
        val fresh = File(folder, "${file(name).name}.new")
        FileOutputStream(fresh).use {
            it.write(sealed)
            it.fd.sync()
        }
        if (!fresh.renameTo(file(name))) throw IOException("rename")
    }

    override fun remove(name: String) =
        guarded {
            val file = file(name)
            if (file.exists() && !file.delete()) throw IOException("delete")
        }

    private fun open(
        name: String,
        sealed: ByteArray,
    ): ByteArray? {
        if (sealed.size <= IV_BYTES) return null
        val cipher = cipher { it.init(Cipher.DECRYPT_MODE, key(), GCMParameterSpec(TAG_BITS, sealed, 0, IV_BYTES)) }
        cipher.updateAAD(name.toByteArray())
        return cipher.doFinal(sealed, IV_BYTES, sealed.size - IV_BYTES)
    }

    private fun cipher(init: (Cipher) -> Unit): Cipher = Cipher.getInstance("AES/GCM/NoPadding").also(init)

    private fun file(name: String) = File(folder, name.toByteArray().joinToString("") { "%02x".format(it) })

    @Synchronized
    private fun key(): SecretKey {
        val store = KeyStore.getInstance(STORE).apply { load(null) }
        (store.getKey(ALIAS, null) as? SecretKey)?.let { return it }
        val use = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val spec =
            KeyGenParameterSpec
                .Builder(ALIAS, use)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .setKeySize(KEY_BITS)
                .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(spec) }.generateKey()
    }

    private fun <T> guarded(block: () -> T): T =
        try {
            block()
        } catch (_: GeneralSecurityException) {
            throw CardException.VaultUnavailable()
        } catch (_: IOException) {
            throw CardException.VaultUnavailable()
        }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val ALIAS = "bibliotekkortet.vault"
        const val KEY_BITS = 256
        const val IV_BYTES = 12
        const val TAG_BITS = 128
    }
}
