package no.bibliotekkortet.screens

import com.google.zxing.BarcodeFormat
import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.MultiFormatReader
import com.google.zxing.NotFoundException
import com.google.zxing.client.j2se.BufferedImageLuminanceSource
import com.google.zxing.common.HybridBinarizer
import java.io.File
import javax.imageio.ImageIO

/** A barcode reader that nobody here wrote (ZXing), looking at a whole picture. */
object Reader {
    private val hints =
        mapOf(
            DecodeHintType.POSSIBLE_FORMATS to listOf(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39),
            DecodeHintType.TRY_HARDER to true,
        )

    /** What the code in the picture says, or null where none is found. */
    fun read(picture: File): String? =
        try {
            MultiFormatReader().decode(BinaryBitmap(HybridBinarizer(BufferedImageLuminanceSource(ImageIO.read(picture)))), hints).text
        } catch (_: NotFoundException) {
            null
        }
}
