package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.test.TestPostgres;
import org.junit.jupiter.api.Test;

final class KeptIdsOnPostgresTest extends KeptIdsContract {

    private static final String ROLE = "draws_keys";

    private String url = "";

    @Override
    JpaHost openHost() {
        url = TestPostgres.freshDatabase();
        return JpaHost.onPostgres(url);
    }

    @Test
    void a_role_that_may_only_draw_keys_cannot_have_them_given_and_its_checklist_goes_on() {
        host.execute(
                "create role " + ROLE,
                "grant all on all tables in schema public to " + ROLE,
                "grant usage on all sequences in schema public to " + ROLE);
        String asRole = url + (url.contains("?") ? "&" : "?") + "options=-c%20role%3D" + ROLE;
        try (JpaHost narrow = JpaHost.onPostgres(asRole)) {
            assertThat(narrow.store()
                            .<Boolean>read(tx -> ImportTx.in(tx).inserts().makesKeysInUse()))
                    .isFalse();
            assertThat(narrow.store()
                            .<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys()))
                    .isFalse();
            host.execute("grant select on all sequences in schema public to " + ROLE);
            assertThat(narrow.store()
                            .<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys()))
                    .isFalse();
            host.execute("grant update on all sequences in schema public to " + ROLE);
            assertThat(narrow.store()
                            .<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys()))
                    .isTrue();
        } finally {
            host.execute("drop owned by " + ROLE, "drop role " + ROLE);
        }
    }
}
