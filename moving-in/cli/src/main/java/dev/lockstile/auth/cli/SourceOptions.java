package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.source.FileFormat;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach the old database. */
final class SourceOptions {

    /** The environment variable that may hold the password, where no list of processes shows it. */
    static final String PASSWORD_VARIABLE = "LOCKSTILE_SOURCE_PASSWORD";

    @Option(
            names = "--source",
            required = true,
            paramLabel = "SOURCE",
            description = "The old system: a JDBC address such as jdbc:postgresql://host/name, a .jsonl or .csv file"
                    + " (packed: .gz), a realm export of Keycloak, or mongodb://host/database. It is only read.")
    private String url = "";

    @Option(names = "--source-user", paramLabel = "USER", description = "User of the old database.")
    private @Nullable String user;

    @Option(
            names = "--source-password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "Password of that user. Without a value it is asked for; better still, set the environment"
                    + " variable " + PASSWORD_VARIABLE + ".")
    private @Nullable String password;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "Of a CSV file or JSON lines: utf-8, utf-16, iso-8859-1 or windows-1252. Without it UTF-8, and"
                            + " UTF-16 with a byte order mark.")
    private @Nullable String encoding;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description =
                    "Of a CSV file or JSON lines: the column that tells records apart, such as email, where there is no"
                            + " id. It must not change between runs. Give verify and check the same.")
    private @Nullable String key;

    /** Opens the old system. */
    Source open(Map<String, String> environment) {
        return Sources.open(access(environment), FileFormat.of(encoding, key));
    }

    /** Whether that file is the old database itself. */
    boolean isIn(Path file) throws IOException {
        String path = url.replaceFirst("^(jdbc:sqlite:|jdbc:h2:)?(file:)?", "").replaceFirst("[;?].*", "");
        for (String name : List.of(path, path + ".mv.db")) {
            Path there = Path.of(name);
            if (Files.exists(there) && Files.exists(file) && Files.isSameFile(there, file)) {
                return true;
            }
        }
        return false;
    }

    private SourceAccess access(Map<String, String> environment) {
        String given = password == null ? environment.get(PASSWORD_VARIABLE) : password;
        return new SourceAccess(url, user, given == null ? null : Secret.of(given));
    }
}
