package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.ChildProcess;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of an import of content, and started again, ends with each row once. */
final class KilledContentTest extends ContentFixture {

    private String database = "";

    @Override
    JpaHost openHost() {
        database = TestPostgres.freshDatabase();
        return JpaHost.onPostgres(database);
    }

    @Test
    void a_killed_import_goes_on_to_the_state_of_an_undisturbed_one() throws Exception {
        people();
        Path file = LegacyDump.copied("biograph.biographs.jsonl.gz", folder);
        ChildProcess.killAt(start(file), 200);
        long first = host.count("select count(*) from biograph");
        assertThat(first).isPositive().isLessThan(500);
        assertThat(start(file).waitFor()).isZero();

        assertThat(host.count("select count(*) from auth_import_run where preset = 'content'"))
                .isEqualTo(1);
        assertThat(host.count("select count(*) from auth_import_run where preset = 'content' and state = 'finished'"))
                .isEqualTo(1);
        assertThat(host.count("select count(*) from biograph") + held()).isEqualTo(600);
        assertThat(host.count("select count(distinct legacy_id) from biograph"))
                .isEqualTo(host.count("select count(*) from biograph"))
                .isEqualTo(host.count("select count(*) from auth_legacy_link where entity = 'biographs'"));
        assertThat(run(BIOGRAPHS, biographs()).entities().get("biographs").read())
                .isEqualTo(600);
    }

    private long held() {
        return host.count("select count(*) from auth_import_held where entity = 'biographs'");
    }

    private Process start(Path file) throws IOException {
        return ChildProcess.start(ContentChild.class, folder, database, file.toString());
    }
}
