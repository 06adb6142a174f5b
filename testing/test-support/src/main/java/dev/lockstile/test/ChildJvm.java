package dev.lockstile.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a JVM that a test starts: one that begins soon and ends soon. Unlike the JVMs of the tests it
 * verifies bytecode, as a host's does: verification loads types of optional libraries, and says when one is missing.
 */
public final class ChildJvm {

    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private ChildJvm() {}

    /** The program and its flags; more flags, a class path and a class follow. */
    public static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        return command;
    }

    /** The same with further flags, the class path of this JVM and a class that has a main method. */
    public static List<String> command(Class<?> main, String... flags) {
        return command(main.getName(), flags);
    }

    /** The same for a class that this module does not name. */
    public static List<String> command(String main, String... flags) {
        List<String> command = command();
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }
}
