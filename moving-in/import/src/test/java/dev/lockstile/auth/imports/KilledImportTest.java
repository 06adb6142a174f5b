package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.ChildProcess;
import dev.lockstile.auth.imports.support.ImportChild;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that is killed in the middle of an import, and started again, ends in the state of one that was not. Twice
 * by default, 50 times with {@code -Pproof}.
 */
final class KilledImportTest {

    private static final int KILLS = Integer.getInteger("lockstile.kills", 2);
    /** Kills fall among the first of the 300 people, so that each hits a run that is under way. */
    private static final int PEOPLE = 240;

    private static final List<String> QUERIES = List.of(
            "select l.entity, l.legacy_id, l.fingerprint, u.phone, u.phone_key, u.username, u.is_active, u.settings"
                    + " from auth_legacy_link l join auth_user u on l.entity = 'users' and l.local_ref ="
                    + " cast(u.id as varchar) order by l.legacy_id",
            "select count(*) from auth_user",
            "select count(*) from auth_profile",
            "select count(*) from auth_legacy_link",
            "select entity, legacy_id, reason from auth_import_held order by legacy_id",
            "select state from auth_import_run");

    @TempDir
    private Path folder;

    @Test
    void a_killed_import_goes_on_to_the_state_of_an_undisturbed_one() throws Exception {
        Path file = LegacyDump.copied("biograph.users.jsonl.gz", folder);
        String undisturbed = TestPostgres.freshDatabase();
        assertThat(start(undisturbed, file).waitFor()).isZero();

        String disturbed = TestPostgres.freshDatabase();
        Random random = new Random(20261122);
        for (int i = 0; i < KILLS; i++) {
            ChildProcess.killAt(start(disturbed, file), random.nextInt(PEOPLE / KILLS) + i * (PEOPLE / KILLS));
        }
        assertThat(start(disturbed, file).waitFor()).isZero();

        QUERIES.forEach(query -> assertThat(rows(disturbed, query)).isEqualTo(rows(undisturbed, query)));
    }

    private Process start(String url, Path file) throws IOException {
        return ChildProcess.start(ImportChild.class, folder, url, file.toString());
    }

    private static List<Map<String, String>> rows(String url, String query) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return Sql.rows(database, query);
    }
}
