package dev.lockstile.auth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Backs a database up with its own tool, and restores the copy somewhere to see that it is whole. */
final class Backup {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final BackupTool tool;
    private final DataSource database;
    private final Instant now;

    Backup(BackupTool tool, DataSource database, Instant now) {
        this.tool = tool;
        this.database = database;
        this.now = now;
    }

    /** What was made, and what is known of it. */
    record Made(Path file, long bytes, long rows, boolean restored, String note) {}

    /**
     * Writes a copy into a folder, for the eyes of this user alone, and checks it.
     *
     * @throws IOException when the tool fails or the copy is not whole; what was written is removed
     */
    Made into(Path folder) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        String name = "lockstile-" + STAMP.format(now) + tool.suffix();
        Path work = privateFolder(folder);
        try {
            Path file = work.resolve(name);
            Map<String, Long> before = BackupTool.counts(database);
            tool.dump(file);
            OwnersFile.closeToOthers(file);
            Map<String, Long> after = BackupTool.counts(database);
            BackupTool.Restored restored = tool.restore(file);
            if (restored.counts() != null) {
                compare(before, after, restored.counts());
            }
            long rows = after.values().stream().mapToLong(Long::longValue).sum();
            Path made = Files.move(file, free(folder, name));
            return new Made(made, Files.size(made), rows, restored.counts() != null, restored.note());
        } finally {
            Files.deleteIfExists(work.resolve(name));
            Files.deleteIfExists(work);
        }
    }

    /** Two copies of one second have two names. */
    private static Path free(Path folder, String name) {
        Path file = folder.resolve(name);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name.replaceFirst("\\.", "-" + i + "."));
        }
        return file;
    }

    /** A tool makes its file with the rights that it likes, so it makes it where no other user looks. */
    private static Path privateFolder(Path folder) throws IOException {
        return Files.createTempDirectory(folder, ".lockstile-", OwnersFile.rights(folder, "rwx------"));
    }

    /**
     * The application may write meanwhile: a count lies between those before and after, or differs by what was written.
     */
    private static void compare(Map<String, Long> before, Map<String, Long> after, Map<String, Long> restored)
            throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        before.forEach((table, rows) -> {
            Long end = after.get(table);
            Long found = restored.get(table);
            if (end == null) {
                return; // removed meanwhile
            }
            if (found == null) {
                wrong.put(table, "is missing");
            } else if (found < Math.min(rows, end) || found > Math.max(rows, end)) {
                wrong.put(table, "has " + found + " rows for " + end);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IOException("the restored copy differs and was removed: " + wrong
                    + "; run it again, and see that the disk has space");
        }
    }
}
