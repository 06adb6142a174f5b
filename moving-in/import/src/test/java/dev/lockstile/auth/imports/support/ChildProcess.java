package dev.lockstile.auth.imports.support;

import dev.lockstile.test.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that imports and prints {@code read N} after each batch. */
public final class ChildProcess {

    private ChildProcess() {}

    /** Starts a class with a main method on this class path; what it says of trouble is in {@code child.err}. */
    public static Process start(Class<?> main, Path folder, String... arguments) throws IOException {
        List<String> command = ChildJvm.command(main);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("child.err").toFile())
                .start();
    }

    /** Kills it once it has read so many. */
    public static void killAt(Process child, int count) throws IOException, InterruptedException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !(line.startsWith("read ") && Integer.parseInt(line.substring(5)) >= count)) {
                line = lines.readLine();
            }
        }
        child.destroyForcibly().waitFor();
    }
}
