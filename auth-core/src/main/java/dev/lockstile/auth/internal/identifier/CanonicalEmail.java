package dev.lockstile.auth.internal.identifier;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: its local part as typed, its domain as lower-case A-labels.
 *
 * @param value what is written to
 * @param canonical equal for all spellings of one mailbox, by the convention that mailboxes do not differ by case
 */
public record CanonicalEmail(String value, String canonical) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_BYTES = 64;
    private static final int MAX_DOMAIN = 253;
    private static final String SPECIAL = "()<>[]:;,\\\" ";
    /** How an encoded word begins (RFC 2047, 2), which a mail server may decode into another address. */
    private static final String ENCODED_WORD = "=?";
    /** UnicodeFolding that IDNA 2003 and 2008 map to different domains. */
    private static final String AMBIGUOUS_IN_DOMAINS = "\u00df\u03c2\u200c\u200d";

    /** Labels of letters, digits and hyphens (RFC 1123, 2.1), which are A-labels as they stand. */
    private static final Pattern ASCII_LABELS = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    public static Optional<CanonicalEmail> parse(String text) {
        String stripped = UnicodeFolding.composed(text.strip());
        int at = stripped.indexOf('@');
        if (at < 1 || at != stripped.lastIndexOf('@') || !UnicodeFolding.arePrintable(stripped)) {
            return Optional.empty();
        }
        String local = stripped.substring(0, at);
        // folded from what was typed, not from its NFC form, which would hide a letter that only turns into ASCII
        Optional<String> foldedLocal = UnicodeFolding.fold(
                        text.strip().substring(0, text.strip().indexOf('@')))
                .filter(x -> isLocalPart(local));
        Optional<String> domain = domain(stripped.substring(at + 1));
        return foldedLocal
                .flatMap(folded -> domain.map(ascii -> new CanonicalEmail(local + '@' + ascii, folded + '@' + ascii)))
                .filter(form -> form.value().length() <= MAX_LENGTH);
    }

    private static boolean isLocalPart(String local) {
        return local.getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL_BYTES
                && !local.contains(ENCODED_WORD)
                && local.codePoints().noneMatch(c -> SPECIAL.indexOf(c) >= 0 || Character.isWhitespace(c));
    }

    private static Optional<String> domain(String text) {
        if (text.length() <= MAX_DOMAIN && ASCII_LABELS.matcher(text).matches()) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        if (text.isEmpty() || text.endsWith(".") || text.chars().anyMatch(c -> AMBIGUOUS_IN_DOMAINS.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean usable = ascii.length() <= MAX_DOMAIN && !ascii.startsWith(".") && !ascii.contains("..");
            return usable ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a label that is no label: too long, or with forbidden characters
        }
    }
}
