package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed content as it was sent: in strict form, and not verified. Its header is good for finding a key that is
 * known already, and for nothing else.
 *
 * @param signed what the signature is over
 */
public record CompactJws(JWSHeader header, Base64URL payload, Base64URL signature, byte[] signed) {

    /** Nothing is ever added to it. */
    private static final KnownHeaders NONE = new KnownHeaders();

    /** Reads it; empty for anything that is no compact JWS in strict form. */
    public static Optional<CompactJws> parse(String token) {
        return parse(token, NONE);
    }

    /** The same; a header that is known is not parsed again. */
    public static Optional<CompactJws> parse(String token, KnownHeaders headers) {
        if (!CompactForm.isStrict(token)) {
            return Optional.empty();
        }
        int first = token.indexOf('.');
        int second = token.lastIndexOf('.');
        String text = token.substring(0, first);
        JWSHeader known = headers.find(text);
        try {
            return Optional.of(new CompactJws(
                    known == null ? JWSHeader.parse(new Base64URL(text)) : known,
                    new Base64URL(token.substring(first + 1, second)),
                    new Base64URL(token.substring(second + 1)),
                    token.substring(0, second).getBytes(StandardCharsets.US_ASCII)));
        } catch (ParseException | RuntimeException e) {
            // the parser throws both on odd input, such as a header that is the JSON value null: it is no token
            return Optional.empty();
        }
    }

    /** What was signed, once the signature was verified. The strict form is what the JDK's decoder does not look at. */
    public byte[] content() {
        return Base64.getUrlDecoder().decode(payload.toString());
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
