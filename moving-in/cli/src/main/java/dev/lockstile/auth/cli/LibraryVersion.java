package dev.lockstile.auth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the library's version, as the build wrote it, and that of Java. */
final class LibraryVersion implements IVersionProvider {

    /** Gives every command of a line this version. */
    static void tellOn(CommandLine line) {
        line.getCommandSpec().versionProvider(new LibraryVersion());
        line.getSubcommands().values().forEach(LibraryVersion::tellOn);
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"Lockstile " + library(), "Java " + Runtime.version()};
    }

    private static String library() throws IOException {
        Properties built = new Properties();
        try (InputStream in = LibraryVersion.class.getResourceAsStream("version.properties")) {
            built.load(Objects.requireNonNull(in, "version.properties is missing in the jar"));
        }
        return built.getProperty("version");
    }
}
