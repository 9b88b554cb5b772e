package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.OutlinedTextFieldDefaults
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.autofill.ContentType
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.contentType
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.text.input.VisualTransformation
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.Space

/** What a field is for: which keyboard comes up, and what a password keeper may fill in. */
enum class FieldKind(
    val keyboard: KeyboardType,
    val content: ContentType?,
) {
    USER(KeyboardType.Ascii, ContentType.Username),
    PIN(KeyboardType.NumberPassword, ContentType.Password),
    PASSWORD(KeyboardType.Password, ContentType.Password),
    ONE_TIME_CODE(KeyboardType.NumberPassword, ContentType.SmsOtpCode),
    EMAIL(KeyboardType.Email, ContentType.EmailAddress),
    TELEPHONE(KeyboardType.Phone, ContentType.PhoneNumber),
    NEW_PIN(KeyboardType.NumberPassword, ContentType.NewPassword),
    NEW_PASSWORD(KeyboardType.Password, ContentType.NewPassword),
    ADDRESS(KeyboardType.Text, ContentType.AddressStreet),
    DAY(KeyboardType.Number, null),
}

/**
 * A line to write on, its name above it: there it is whole, however large the text.
 *
 * @param onDone what the keyboard's last key does; without it the key goes to the next field.
 * @param spoken what a voice says in place of label and hint.
 * @param hidden dots for letters.
 * @param wrong what stands there is to be put right; what is wrong with it is said beside it.
 */
@Composable
fun Field(
    label: String,
    value: String,
    onChange: (String) -> Unit,
    kind: FieldKind,
    tag: String,
    focus: FocusRequester,
    modifier: Modifier = Modifier,
    hint: String? = null,
    spoken: String? = null,
    enabled: Boolean = true,
    hidden: Boolean = false,
    wrong: Boolean = false,
    style: TextStyle = MaterialTheme.typography.bodyLarge,
    onDone: (() -> Unit)? = null,
    trailing: (@Composable () -> Unit)? = null,
) {
    Column(modifier) {
        FittingText(
            label,
            MaterialTheme.typography.titleSmall,
            Modifier.padding(start = Space.Tiny, bottom = Space.Small),
            // The field itself says it.
            Modifier.clearAndSetSemantics {},
        )
        OutlinedTextField(
            value,
            onChange,
            Modifier.fillMaxWidth().focusRequester(focus).testTag(tag).semantics {
                contentDescription = spoken ?: listOfNotNull(label, hint).joinToString(". ")
                kind.content?.let { contentType = it }
            },
            enabled = enabled,
            singleLine = true,
            textStyle = style,
            shape = MaterialTheme.shapes.medium,
            colors = fieldColors(wrong),
            trailingIcon = trailing,
            visualTransformation = if (hidden) PasswordVisualTransformation() else VisualTransformation.None,
            keyboardOptions =
                KeyboardOptions(
                    autoCorrectEnabled = false,
                    keyboardType = kind.keyboard,
                    imeAction = if (onDone == null) ImeAction.Next else ImeAction.Done,
                ),
            keyboardActions = KeyboardActions(onDone = { onDone?.invoke() }),
        )
        hint?.let {
            Text(
                it,
                Modifier.padding(start = Space.Tiny, top = Space.Small).clearAndSetSemantics {},
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                style = MaterialTheme.typography.bodySmall,
            )
        }
    }
}

/** A field's colours. */
@Composable
internal fun fieldColors(wrong: Boolean = false) =
    with(MaterialTheme.colorScheme) {
        OutlinedTextFieldDefaults.colors(
            unfocusedContainerColor = AppTheme.sheet,
            focusedContainerColor = AppTheme.sheet,
            disabledContainerColor = AppTheme.sheet,
            disabledTextColor = onSurfaceVariant,
            unfocusedBorderColor = if (wrong) error else outline,
            focusedBorderColor = if (wrong) error else primary,
            disabledBorderColor = outlineVariant,
        )
    }
