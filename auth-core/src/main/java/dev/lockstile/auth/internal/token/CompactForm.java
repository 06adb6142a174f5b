package dev.lockstile.auth.internal.token;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The strict compact form of a signed token: three parts of canonical, unpadded base64url, of bounded size. Parsers
 * forgive much more, and then two different texts are the same token (RFC 8725bis 3.14).
 */
final class CompactForm {

    private static final int MAX_LENGTH = 8 * 1024;
    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private CompactForm() {}

    static boolean isStrict(String token) {
        if (token.length() > MAX_LENGTH || !PARTS.matcher(token).matches()) {
            return false;
        }
        for (String part : token.split("\\.", -1)) {
            if (!isCanonical(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCanonical(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException e) {
            return false; // a length that no encoding has
        }
    }
}
