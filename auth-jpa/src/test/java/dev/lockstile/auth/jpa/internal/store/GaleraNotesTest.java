package dev.lockstile.auth.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestGalera;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start tells of keys on a Galera cluster. */
@Timeout(180)
final class GaleraNotesTest {

    @TempDir
    private Path folder;

    @Test
    void keys_from_sequences_are_told_of_on_a_cluster_alone() throws Exception {
        try (TestGalera cluster = TestGalera.in(folder);
                HikariDataSource pool = TestDatabase.MARIADB.openAt(cluster.freshDatabase("app"), config -> {})) {
            assertThat(notes(TestHost.PLAIN, pool)).singleElement().asString().contains("GenerationType.IDENTITY");
            assertThat(notes(TestHost.NUMBERED, pool)).isEmpty();
            assertThat(notes(TestHost.UUID, pool)).isEmpty();
        }
        try (HikariDataSource single = TestDatabase.MARIADB.open()) {
            assertThat(notes(TestHost.PLAIN, single)).isEmpty();
        }
        try (HikariDataSource other = TestDatabase.H2.open()) {
            assertThat(notes(TestHost.PLAIN, other)).isEmpty();
        }
    }

    private static List<String> notes(TestHost host, DataSource database) {
        try (EntityManagerFactory entities = host.open(database, Map.of("hibernate.hbm2ddl.auto", "none"))) {
            return ConnectionNotes.of(entities);
        }
    }
}
