package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes in UTF-8 of a text in another encoding. */
final class TextBytes extends InputStream {

    private final Reader text;
    private byte[] block = new byte[0];
    private int at;

    private TextBytes(Reader text) {
        this.text = text;
    }

    /** Returns the bytes unchanged where they are in UTF-8 already. */
    static InputStream of(InputStream bytes, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? bytes
                : new TextBytes(new InputStreamReader(bytes, charset.newDecoder()));
    }

    @Override
    public int read() throws IOException {
        return at < block.length || fill() ? block[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == block.length && !fill()) {
            return -1;
        }
        int taken = Math.min(length, block.length - at);
        System.arraycopy(block, at, into, from, taken);
        at += taken;
        return taken;
    }

    /** Reads the next block, which never ends within a pair of surrogates. */
    private boolean fill() throws IOException {
        char[] chars = new char[4096];
        int read = text.read(chars, 0, chars.length - 1);
        if (read > 0 && Character.isHighSurrogate(chars[read - 1])) {
            int second = text.read();
            chars[read] = (char) second;
            read += second < 0 ? 0 : 1;
        }
        block = read < 0 ? new byte[0] : new String(chars, 0, read).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return block.length > 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
