package example.bookbarn;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Writes the dump of a stage that has none yet. A dump that is there is the past and is never written again. */
final class DumpWriter {

    private final Engine engine;
    private final Path resources;

    private DumpWriter(Engine engine, Path resources) {
        this.engine = engine;
        this.resources = resources;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("past");
        for (Engine engine : Engine.here().toList()) {
            new DumpWriter(engine, Path.of(arguments[0])).walk(Files.createDirectory(folder.resolve(engine.folder())));
        }
        System.exit(0);
    }

    private void walk(Path past) throws Exception {
        try (HikariDataSource pool = engine.fresh()) {
            PastRelease.of(past, "example.bookbarn.accounts.UserManager")
                    .run(() -> Bookbarn.schema(pool).migrateTo("release-1"));
            Members.insert(pool);
            write(Stage.RELEASE_1, pool);
            Bookbarn.schema(pool).migrateTo("release-2");
            write(Stage.RELEASE_2, pool);
            Bookbarn.schema(pool).migrate();
            write(Stage.RELEASE_3, pool);
            use(pool);
            write(Stage.IN_USE, pool);
        }
    }

    private static void use(HikariDataSource pool) {
        try (EntityManagerFactory entities = Members.entities(pool)) {
            Members.takeOver(pool, entities);
            RecordingEmailSender mail = new RecordingEmailSender();
            try (Shop shop = Shop.open(JpaAuthStore.of(entities), mail, Browser.settings())) {
                Browser browser = new Browser(shop.port());
                browser.signIn(Members.ANA, Members.ANAS);
                Codes.signIn(browser, mail, Members.DORA);
            }
        }
    }

    private void write(Stage stage, HikariDataSource pool) throws IOException, SQLException {
        Path file = resources.resolve(stage.file(engine));
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join(Stage.BETWEEN, engine.dump(pool)) + ";\n");
            System.out.println(file);
        }
    }
}
