package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's second row goes into that person's account or stays out, whichever account has the shared address now. */
final class MainAccountTest {

    private static final String HASH = "'pbkdf2_sha256$1000$c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";

    private final JpaHost host = JpaHost.onH2();
    private final SmallLegacy old = new SmallLegacy();
    private final Importing importing = new Importing(host.store());
    private String key = "";

    @BeforeEach
    void somebody_gives_up_an_address_here_and_registers_there_once_more() {
        old.user(1);
        run(ImportOptions.defaults());
        key = host.rows("select email_key from auth_user").get(0).get("email_key");
        host.execute("update auth_user set email = 'new@example.com', email_key = 'another'");
        old.user(2, "email", "'user1@example.com'", "phone", "'+525512345678'", "password", HASH);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void nobody_has_the_address_and_the_row_waits() {
        assertHeld(run(ImportOptions.defaults().asDryRun()));
        assertHeld(run(ImportOptions.defaults()));
        assertThat(Verifying.of(host.store(), old.source(), JbDrfAuthPreset.discovering(), new ArrayList<>())
                        .missing())
                .isEmpty();
    }

    @Test
    void a_stranger_who_has_the_address_gets_neither_password_nor_number_of_the_row() {
        SmallLegacy others = new SmallLegacy();
        others.user(9, "email", "'user1@example.com'", "username", "null");
        importing.run(others.source(), ImportOptions.defaults().withSystem("others"));
        List<Map<String, String>> before = named();

        ImportReport report = run(ImportOptions.defaults());

        assertThat(before).hasSize(1);
        assertThat(named()).isEqualTo(before);
        assertHeld(report);
    }

    @Test
    void an_account_that_goes_by_the_address_still_takes_the_row_in_and_nothing_of_it() {
        host.execute("update auth_user set email = 'user1@example.com', email_key = '" + key + "'");
        List<Map<String, String>> before = named();
        ImportReport report = run(ImportOptions.defaults());
        assertThat(report.people().in(State.MERGED)).isOne();
        // of two rows of jb-drf-auth with one address neither has proven it
        assertThat(report.warnings()).containsEntry("second_row_unproven", 1L);
        assertThat(before).hasSize(1);
        assertThat(named()).isEqualTo(before);
    }

    private List<Map<String, String>> named() {
        return host.rows("select * from auth_user where email_key = '" + key + "'");
    }

    private void assertHeld(ImportReport report) {
        assertThat(report.people().in(State.QUARANTINED)).isOne();
        assertThat(report.people().in(State.MERGED)).isZero();
        assertThat(importing.quarantine())
                .extracting(QuarantineEntry::legacyId, QuarantineEntry::reason)
                .containsExactly(tuple("2", "main_account_elsewhere"));
    }

    private ImportReport run(ImportOptions options) {
        return importing.run(old.source(), options.withDuplicates(DuplicatePolicy.MERGE));
    }
}
