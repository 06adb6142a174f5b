package dev.lockstile.auth.imports.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8. Each is decoded strictly by itself, so that a wrong byte is reported with its line. */
final class Lines implements AutoCloseable {

    /** No document of MongoDB is larger. */
    private static final int LONGEST = 1 << 24;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Returns the next line without its line break; null at the end. */
    @Nullable
    String next() throws IOException, BadRecordException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() == LONGEST) {
                throw new BadRecordException("longer than " + LONGEST + " bytes");
            }
            line.write(read);
            read = in.read();
        }
        return text(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static String text(byte[] bytes) throws BadRecordException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadRecordException("not in UTF-8");
        }
    }
}
