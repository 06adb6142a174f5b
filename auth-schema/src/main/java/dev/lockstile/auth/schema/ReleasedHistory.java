package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.history.HistoryLock;
import dev.lockstile.auth.schema.report.SchemaException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** The {@code history.lock} that lies beside a changelog, where its host keeps one. */
final class ReleasedHistory {

    static final String NAME = "history.lock";

    private ReleasedHistory() {}

    /** Null where there is none. */
    static @Nullable HistoryLock beside(String changelog, ResourceAccessor files) {
        String path = changelog.substring(0, changelog.lastIndexOf('/') + 1) + NAME;
        try {
            List<Resource> found = files.getAll(path);
            if (found == null || found.isEmpty()) {
                return null;
            }
            try (InputStream in = found.get(0).openInputStream()) {
                return HistoryLock.read(in);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SchemaException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
