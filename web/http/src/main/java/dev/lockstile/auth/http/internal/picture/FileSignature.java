package dev.lockstile.auth.http.internal.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is, by its first bytes. */
final class FileSignature {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private FileSignature() {}

    /** The name of the format; empty when it is none of the three. */
    static Optional<String> formatOf(byte[] file) {
        if (begins(file, JPEG)) {
            return Optional.of("jpeg");
        }
        if (begins(file, PNG)) {
            return Optional.of("png");
        }
        boolean webp = file.length > 12
                && ascii(file, 0).equals("RIFF")
                && ascii(file, 8).equals("WEBP");
        return webp ? Optional.of("webp") : Optional.empty();
    }

    private static boolean begins(byte[] file, byte[] signature) {
        return file.length > signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    private static String ascii(byte[] file, int from) {
        return new String(file, from, 4, StandardCharsets.US_ASCII);
    }
}
