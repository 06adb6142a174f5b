package dev.lockstile.auth.internal.apikey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The form of keys: prefix, underscore, the bytes as digits of base 62, and six digits of a CRC-32 over those before.
 * Scanners for secrets find it by its pattern, and a mistyped key is known as one without a question to the database.
 */
record ApiKeyText(String prefix, int bytes) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final Pattern BODY = Pattern.compile("[0-9A-Za-z]+");
    private static final int CHECKSUM = 6;

    /** @param content of {@link #bytes} bytes */
    String write(byte[] content) {
        String body = digits(new BigInteger(1, content), width());
        return prefix + '_' + body + checksum(body);
    }

    /** The bytes that the text holds; empty for a text of another form. */
    Optional<byte[]> read(String text) {
        String start = prefix + '_';
        int end = start.length() + width();
        if (text.length() != end + CHECKSUM || !text.startsWith(start)) {
            return Optional.empty();
        }
        String body = text.substring(start.length(), end);
        return BODY.matcher(body).matches() && checksum(body).equals(text.substring(end))
                ? content(body)
                : Optional.empty();
    }

    private Optional<byte[]> content(String body) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : body.toCharArray()) {
            number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(digit)));
        }
        if (number.bitLength() > bytes * Byte.SIZE) {
            return Optional.empty();
        }
        byte[] content = new byte[bytes];
        byte[] magnitude = number.toByteArray();
        int taken = Math.min(magnitude.length, bytes);
        System.arraycopy(magnitude, magnitude.length - taken, content, bytes - taken, taken);
        return Optional.of(content);
    }

    /** How many digits hold the bytes, whatever they are. */
    private int width() {
        return (int) Math.ceil(bytes * Byte.SIZE * Math.log(2) / Math.log(DIGITS.length()));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(crc.getValue()), CHECKSUM);
    }

    private static String digits(BigInteger number, int width) {
        char[] text = new char[width];
        BigInteger rest = number;
        for (int i = width - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(text);
    }
}
