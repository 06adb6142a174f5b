package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of entries, which reaches the disk before a caller goes on. */
final class AuditFile {

    private static final int LINES = 500;

    private AuditFile() {}

    static AuditTrail.Head write(Path file, AuditRecords records, @Nullable Instant before) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Lines lines = new Lines(out);
            AuditTrail.Head head = records.export(before, lines::add);
            lines.flush();
            out.force(true);
            return head;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Lines {

        private final FileChannel out;
        private final List<String> held = new ArrayList<>();

        Lines(FileChannel out) {
            this.out = out;
        }

        void add(String line) {
            held.add(line);
            if (held.size() == LINES) {
                flush();
            }
        }

        void flush() {
            StringBuilder text = new StringBuilder();
            held.forEach(line -> text.append(line).append('\n'));
            held.clear();
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            try {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
