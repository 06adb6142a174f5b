package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.event.AuditTrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Heads of the audit trail in a file outside the database, a line for each. A trail is begun where there is no such
 * file.
 */
record HeadFile(Path file) implements AuditTrail.Heads {

    /** After how many entries a head is kept. */
    static final int EVERY = 100;

    static HeadFile in(Path data) {
        return new HeadFile(data.resolve("audit.heads"));
    }

    void beginOnce(AuditTrail trail) {
        if (Files.notExists(file)) {
            trail.begin();
            keep(trail.head());
        }
    }

    @Override
    public void keep(AuditTrail.Head head) {
        try {
            Files.writeString(file, head + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the head of the audit trail cannot be kept in " + file, e);
        }
    }
}
