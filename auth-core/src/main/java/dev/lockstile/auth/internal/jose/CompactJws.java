package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed content as it was sent: in strict form, and not verified. Its header is good for finding a key that is
 * known already, and for nothing else.
 *
 * @param signed what the signature is over
 */
public record CompactJws(JWSHeader header, Base64URL payload, Base64URL signature, byte[] signed) {

    /** Reads it; empty for anything that is no compact JWS in strict form. */
    public static Optional<CompactJws> parse(String token) {
        if (!CompactForm.isStrict(token)) {
            return Optional.empty();
        }
        int first = token.indexOf('.');
        int second = token.lastIndexOf('.');
        try {
            return Optional.of(new CompactJws(
                    JWSHeader.parse(new Base64URL(token.substring(0, first))),
                    new Base64URL(token.substring(first + 1, second)),
                    new Base64URL(token.substring(second + 1)),
                    token.substring(0, second).getBytes(StandardCharsets.US_ASCII)));
        } catch (ParseException | RuntimeException e) {
            // the parser throws both on odd input, such as a header that is the JSON value null: it is no token
            return Optional.empty();
        }
    }

    /** What was signed, once the signature was verified. */
    public byte[] content() {
        return payload.decode();
    }

    /** The {@code typ} to the letter; null where there is none. */
    public @Nullable String type() {
        JOSEObjectType type = header.getType();
        return type == null ? null : type.getType();
    }

    @Override
    public String toString() {
        return "CompactJws";
    }
}
