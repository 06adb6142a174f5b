package example.bookbarn;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.support.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the shop's database was like at each stage of its life: dumps that are kept as they are. */
enum Stage {
    /** Accounts of its own. */
    RELEASE_1,
    /** The additive migration has run; no user has signed in through the library yet. */
    RELEASE_2,
    /** Classes and changelogs have moved. */
    RELEASE_3,
    /** The old members are taken over, and some have signed in. */
    IN_USE;

    static final String BETWEEN = ";\n";

    /** The database of that stage, restored. */
    HikariDataSource restore(Engine engine) {
        HikariDataSource pool = engine.fresh();
        Sql.execute(pool, statements(engine).toArray(String[]::new));
        return pool;
    }

    String file(Engine engine) {
        return "dumps/" + engine.folder() + "/" + (ordinal() + 1) + "_" + engineless() + ".sql";
    }

    private String engineless() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private List<String> statements(Engine engine) {
        try (InputStream in =
                Objects.requireNonNull(Stage.class.getResourceAsStream("/" + file(engine)), file(engine))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.strip().replaceFirst(";$", "").split(BETWEEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
