package dev.lockstile.auth.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a tool of a database. Secrets go by a file that this user alone can read, never by the command line or the
 * environment, which a list of processes shows.
 */
final class ToolProcess {

    private ToolProcess() {}

    /** A program by its name, in a folder or on the PATH. */
    static String program(@Nullable Path folder, String name) {
        return folder == null ? name : folder.resolve(name).toString();
    }

    /** Runs it to its end; {@code to} and {@code from} are its output and its input where it has them. */
    static void run(List<String> command, Map<String, String> environment, @Nullable Path from, @Nullable Path to)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("lockstile-tool-", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            builder.redirectOutput(
                    to == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(to.toFile()));
            if (from != null) {
                builder.redirectInput(from.toFile());
            }
            int code = started(builder).waitFor();
            if (code != 0) {
                throw new IOException(command.get(0) + " ended with " + code + ": " + firstLine(errors));
            }
        } finally {
            Files.deleteIfExists(errors);
        }
    }

    private static Process started(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException(
                    builder.command().get(0) + " is not there: install the client tools of the database"
                            + " (postgresql-client, mariadb-client), or name their folder with --tools",
                    e);
        }
    }

    private static String firstLine(Path errors) throws IOException {
        String text = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).strip();
        return TerminalText.of(Failures.firstLine(text.isEmpty() ? null : text));
    }

    /** A file with a secret, which the caller deletes. */
    static Path secret(String content) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Path file =
                Files.createTempFile(folder, "lockstile-", ".secret", OwnersFile.rights(folder, OwnersFile.OWNER_ONLY));
        return Files.writeString(file, content);
    }
}
