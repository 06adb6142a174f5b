package dev.lockstile.auth.imports.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file once to check that its bytes are text in an encoding, so that a wrong byte is reported with its line and
 * column.
 */
final class TextEncoding {

    private static final int BLOCK = 1 << 16;

    private final Charset charset;
    private long line = 1;
    private long column = 1;
    private boolean other;

    private TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /** Opens the bytes of a file. */
    @FunctionalInterface
    interface Bytes {
        InputStream open() throws IOException;
    }

    /**
     * Returns the encoding of a file: the named one, else UTF-16 where the file begins with its byte order mark, else
     * UTF-8.
     *
     * @param name of the file, for messages
     * @throws SourceUnusableException at the first bytes that are not text in it; the message names a likely encoding
     * @throws IOException when the file cannot be opened
     */
    static Charset of(Bytes file, String name, @Nullable Charset named) throws IOException {
        byte[] first;
        try (InputStream in = file.open()) {
            first = in.readNBytes(4);
        } catch (EOFException e) {
            return StandardCharsets.UTF_8; // the later reading reports where the file ends too early
        }
        Charset charset = named == null ? marked(first) : named;
        if (named == null && charset.equals(StandardCharsets.UTF_8) && isWide(first)) {
            throw new SourceUnusableException(
                    name + ", line 1, column 2: a zero byte; it looks like utf-16 without a byte"
                            + " order mark: name the encoding (--encoding utf-16)");
        }
        Charset read = charset.equals(StandardCharsets.UTF_16) && first.length > 1 && isLittle(first)
                ? StandardCharsets.UTF_16LE
                : charset;
        new TextEncoding(read).require(file, name);
        return read;
    }

    private static Charset marked(byte[] first) {
        boolean mark = first.length > 1
                && (first[0] == (byte) 0xff && first[1] == (byte) 0xfe
                        || first[0] == (byte) 0xfe && first[1] == (byte) 0xff);
        return mark ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean isWide(byte[] first) {
        return first.length == 4 && (first[0] == 0) != (first[1] == 0) && (first[2] == 0) != (first[3] == 0);
    }

    /** Returns true where the lower byte of an ASCII character comes first, without a byte order mark. */
    private static boolean isLittle(byte[] first) {
        return first[0] != 0 && first[1] == 0;
    }

    private void require(Bytes file, String name) throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer chars = CharBuffer.allocate(BLOCK);
        try (InputStream in = file.open()) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read));
                bytes.flip();
                decode(decoder, bytes, chars, end, name);
                bytes.compact();
            }
        } catch (EOFException | ZipException e) {
            return; // the later reading reports where the file ends too early
        }
    }

    private void decode(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end, String name) {
        CoderResult result;
        do {
            result = decoder.decode(bytes, chars, end);
            chars.flip();
            count(chars);
            chars.clear();
        } while (result.isOverflow());
        if (result.isError()) {
            throw new SourceUnusableException(name + ", line " + line + ", column " + column + ": not in "
                    + charset.name().replaceFirst("(?i)^(utf-16)[bl]e$", "$1") + advice(bytes));
        }
    }

    private void count(CharBuffer chars) {
        while (chars.hasRemaining()) {
            char c = chars.get();
            other |= c > 0x7f && c != '\ufeff';
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
    }

    /** A file with other characters in valid UTF-8 before the wrong byte is damaged. */
    private String advice(ByteBuffer bytes) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return ": name the encoding that the file was written in";
        }
        if (other) {
            return "; what stands before is, so that the file is damaged there: mend it and run again";
        }
        int wrong = bytes.get(bytes.position()) & 0xff;
        String like = wrong >= 0xa0 || isOfWindows(wrong) ? "windows-1252" : "";
        return like.isEmpty()
                ? ": name the encoding that the file was written in (--encoding), or save it as UTF-8"
                : "; it looks like " + like + ": name the encoding (--encoding " + like
                        + "), or save the file as UTF-8";
    }

    private static boolean isOfWindows(int wrong) {
        return wrong != 0x81 && wrong != 0x8d && wrong != 0x8f && wrong != 0x90 && wrong != 0x9d;
    }
}
