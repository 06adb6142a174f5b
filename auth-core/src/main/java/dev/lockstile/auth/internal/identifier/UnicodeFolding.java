package dev.lockstile.auth.internal.identifier;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * Folding of case and of composed letters, and nothing more: letters that are only compatible (ligatures, full width,
 * the Kelvin sign) are refused instead of folded, since folding them would let one person reach another's account
 * (RFC 8264 section 9.17).
 */
public final class UnicodeFolding {

    private UnicodeFolding() {}

    /** Lower case in NFC, the same in every JVM locale; empty when the text holds a compatibility character. */
    public static Optional<String> fold(String text) {
        if (isAscii(text)) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        String composed = Normalizer.normalize(text, Form.NFC);
        boolean compatible = !Normalizer.isNormalized(composed, Form.NFKC);
        if (compatible || text.codePoints().anyMatch(UnicodeFolding::turnsIntoAscii)) {
            return Optional.empty();
        }
        return Optional.of(Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Form.NFC));
    }

    /** The text in NFC, which ASCII is as it stands. */
    static String composed(String text) {
        return isAscii(text) ? text : Normalizer.normalize(text, Form.NFC);
    }

    /** True when nothing in the text is a control, a format character, half a surrogate pair or unassigned. */
    public static boolean arePrintable(String text) {
        return text.codePoints().noneMatch(UnicodeFolding::isUnprintable);
    }

    private static boolean turnsIntoAscii(int codePoint) {
        if (codePoint < 0x80) {
            return false;
        }
        String letter = Character.toString(codePoint);
        return isAscii(Normalizer.normalize(letter, Form.NFC)) || isAscii(letter.toLowerCase(Locale.ROOT));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
