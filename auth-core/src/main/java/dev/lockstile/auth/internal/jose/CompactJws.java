package dev.lockstile.auth.internal.jose;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;

/**
 * Signed content as it was sent: in strict form, and not verified. Its header is good for finding a key that is
 * known already, and for nothing else.
 *
 * @param text all of it, one byte a character
 * @param signed how many bytes of the text the signature is over
 * @param signature decoded
 */
public record CompactJws(JwsHeader header, byte[] text, int signed, byte[] signature) {

    /** Nothing is ever added to it. */
    private static final KnownHeaders NONE = new KnownHeaders();

    /** Reads it; empty for anything that is no compact JWS in strict form. */
    public static Optional<CompactJws> parse(String token) {
        return parse(token, NONE);
    }

    /** The same; a header that is known is not parsed again. */
    public static Optional<CompactJws> parse(String token, KnownHeaders headers) {
        if (token.length() > CompactForm.MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] text = token.getBytes(StandardCharsets.ISO_8859_1); // what it lacks becomes '?', which is in no part
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (text.length != token.length() || !CompactForm.isStrict(text, first, second)) {
            return Optional.empty();
        }
        try {
            JwsHeader header = header(token.substring(0, first), headers);
            return Optional.of(new CompactJws(header, text, second, CompactForm.decode(text, second + 1, text.length)));
        } catch (ParseException | RuntimeException e) {
            // the parser throws both on odd input, such as a header that is the JSON value null: it is no token
            return Optional.empty();
        }
    }

    private static JwsHeader header(String text, KnownHeaders headers) throws ParseException {
        JwsHeader known = headers.find(text);
        return known == null ? JwsHeader.parse(text) : known;
    }

    /** What was signed, once the signature was verified. */
    public byte[] content() {
        return CompactForm.decode(text, header.text().length() + 1, signed);
    }

    @Override
    public String toString() {
        return "CompactJws";
    }
}
