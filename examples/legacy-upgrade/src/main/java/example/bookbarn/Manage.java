package example.bookbarn;

import dev.lockstile.auth.cli.ManageCommands;
import java.nio.file.Path;
import java.util.Optional;

/** The manage commands of the shop, run in the folder of this module. */
public final class Manage {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private Manage() {}

    /** Runs one command on the database of {@code BOOKBARN_DB_URL} and leaves with its exit code. */
    public static void main(String[] arguments) {
        String url = Optional.ofNullable(System.getenv("BOOKBARN_DB_URL")).orElse("jdbc:h2:./data/bookbarn");
        System.exit(ManageCommands.of(() -> new ManagedBookbarn(url, RESOURCES)).run(arguments));
    }
}
