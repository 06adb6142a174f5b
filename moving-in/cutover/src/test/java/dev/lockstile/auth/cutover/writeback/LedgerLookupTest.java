package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.JpaHost;
import org.junit.jupiter.api.Test;

/** On a large ledger a person's old rows are one index probe. */
final class LedgerLookupTest {

    @Test
    void old_rows_are_found_by_the_index_over_the_key_here() {
        try (JpaHost host = JpaHost.onPostgres()) {
            host.execute(
                    "insert into auth_legacy_link (created_at, modified_at, link_key, source_system, entity, legacy_id,"
                            + " local_ref, run_id, fingerprint) select now(), now(), 'k' || i, 'old', 'users', i, i, 'r',"
                            + " 'f' from generate_series(1, 20000) i",
                    "analyze auth_legacy_link");
            assertThat(host.rows("explain select entity, legacy_id from auth_legacy_link where local_ref = '77' and"
                                    + " source_system = 'old' and entity in ('users', 'profiles')")
                            .toString())
                    .contains("ix_auth_legacy_link_local")
                    .doesNotContain("Seq Scan");
        }
    }
}
