package dev.lockstile.benchmarks.password;

import dev.lockstile.auth.password.Argon2Cost;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The C program {@code argon2} of the algorithm's authors. */
final class ReferenceProgram {

    static final String SALT = "salt1234";

    private static final Pattern SECONDS = Pattern.compile("(?m)^([0-9]+\\.[0-9]+) seconds$");
    private static final Pattern HASH = Pattern.compile("(?m)^(?:Hash:\\s*)?([0-9a-f]{64})$");

    private final String path;

    ReferenceProgram(String path) {
        this.path = path;
    }

    /** Whether it can be started at all. */
    boolean installed() {
        try {
            run(List.of("-h"), "");
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Processor milliseconds of one hash without the start of the process, as the program prints them. */
    double processorMillis(Argon2Cost cost, String password) throws IOException {
        return 1_000 * Double.parseDouble(find(SECONDS, run(figures(cost), password)));
    }

    /** The hash, and no second computation to verify it; for the wall clock around this call. */
    String hash(Argon2Cost cost, String password) throws IOException {
        List<String> arguments = new ArrayList<>(figures(cost));
        arguments.add("-r");
        return find(HASH, run(arguments, password));
    }

    private static List<String> figures(Argon2Cost cost) {
        return List.of(
                SALT,
                "-id",
                "-l",
                "32",
                "-k",
                "" + cost.memoryKib(),
                "-t",
                "" + cost.iterations(),
                "-p",
                "" + cost.parallelism());
    }

    private String run(List<String> arguments, String input) throws IOException {
        List<String> command = new ArrayList<>(List.of(path));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String find(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("unexpected answer of the argon2 program: " + text);
        }
        return matcher.group(1);
    }
}
