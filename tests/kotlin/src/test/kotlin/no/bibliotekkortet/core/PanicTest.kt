package no.bibliotekkortet.core

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/**
 * What Rust can't make sense of is a status at the boundary, the one that a panic has too, not the end of the process.
 * No exported function panics, so this goes under the generated code and sends bytes that no [Symbology] has.
 */
class PanicTest {
    @Test
    fun `an impossible argument comes back as the status of a panic, and the library goes on`() {
        val impossible = FfiConverterTypeSymbology.lower(Symbology.CODE128)
        checkNotNull(impossible.data).setByte(3, 99)
        val status = UniffiRustCallStatus()
        UniffiLib.uniffi_card_bindings_fn_func_barcode(FfiConverterString.lower("N012345678"), impossible, status)
        assertTrue(status.isPanic())
        assertTrue("symbology" in FfiConverterString.lift(status.error_buf), "it says which argument")
        assertEquals("N012345678", parseCardNumber("N012345678"))
    }
}
