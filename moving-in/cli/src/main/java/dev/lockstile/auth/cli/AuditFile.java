package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file of entries for its owner alone, which reaches the disk before a caller goes on. */
final class AuditFile {

    private AuditFile() {}

    /** @throws IllegalArgumentException when the file is there already or cannot be made */
    static AuditTrail.Head write(Path path, AuditRecords records, @Nullable Instant before) throws IOException {
        try (OwnersFile file = OwnersFile.create(path)) {
            AuditTrail.Head head = records.export(before, file::line);
            file.finish();
            return head;
        }
    }
}
