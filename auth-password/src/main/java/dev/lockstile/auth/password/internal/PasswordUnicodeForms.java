package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Unicode forms of a typed password that may be tried, in UTF-8. People cannot see whether their keyboard composed
 * an accent or not: our own hashes are over form NFC, so both ways of typing work. Old systems hashed what came, so the
 * bytes are tried as they came first.
 *
 * @param own the forms to try on our own hashes, the normal one first
 * @param foreign the forms to try on those of other systems
 */
record PasswordUnicodeForms(List<byte[]> own, List<byte[]> foreign) {

    /** Whether the text is longer than any password may be; told without encoding it. */
    static boolean tooLong(Secret password) {
        String text = password.reveal();
        return text.length() > PasswordSettings.MAX_BYTES || password.utf8().length > PasswordSettings.MAX_BYTES;
    }

    /** The UTF-8 bytes of form NFC, or null when the text is not well-formed. */
    static byte @Nullable [] normal(Secret password) {
        return encode(nfc(password.reveal()));
    }

    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The forms of a password, or null when its text is not well-formed, which no two systems encode alike. */
    static @Nullable PasswordUnicodeForms of(Secret password) {
        String text = password.reveal();
        byte[] raw = encode(text);
        if (raw == null) {
            return null;
        }
        if (ascii(raw, text)) {
            return new PasswordUnicodeForms(List.of(raw), List.of(raw));
        }
        byte[] composed = Encodings.utf8(nfc(text));
        byte[] apart = Encodings.utf8(Normalizer.normalize(text, Normalizer.Form.NFD));
        List<byte[]> foreign = new ArrayList<>();
        add(foreign, raw);
        add(foreign, composed);
        add(foreign, apart);
        List<byte[]> own = new ArrayList<>();
        add(own, composed);
        add(own, raw);
        return new PasswordUnicodeForms(List.copyOf(own), List.copyOf(foreign));
    }

    private static boolean ascii(byte[] raw, String text) {
        // every character beyond ASCII takes more than one byte
        return raw.length == text.length();
    }

    private static void add(List<byte[]> forms, byte[] form) {
        if (forms.stream().noneMatch(other -> Arrays.equals(other, form))) {
            forms.add(form);
        }
    }

    private static byte @Nullable [] encode(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException loneSurrogate) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "PasswordUnicodeForms[hidden]";
    }
}
