package dev.lockstile.auth.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads one line of a stream and no byte beyond it, so that the next question finds the next line. */
final class PipedLine {

    /** Longer than every link of a message. */
    private static final int LONGEST = 4096;

    private PipedLine() {}

    /** Null where the stream has ended. */
    static @Nullable String read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && line.size() < LONGEST) {
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
