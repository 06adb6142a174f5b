package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rows that were merged into the account of another user open nothing with their tokens. */
final class SecondRowTokensTest extends UidJwtCase {

    @Test
    void a_row_registered_under_anothers_address_opens_nothing_of_theirs() {
        moveIn();
        assertThat(user("users", "9")).as("it is merged").isEqualTo(user("fu_users", "8"));
        assertThat(people.isCalled(user("fu_users", "8"), "mallory"))
                .as("an unproven second row gives no name")
                .isFalse();
        isRefused(token("mallory", 9));
        isRefused(token("dora@example.com", 9));
        isRefused(token("mallory", 8));
        assertThat(ownerOf(token("dora@example.com", 8))).isEqualTo(user("fu_users", "8"));
    }

    @Test
    void nor_does_one_whose_user_name_is_the_address() {
        moveIn();
        assertThat(user("users", "12")).as("it is merged").isEqualTo(user("fu_users", "10"));
        isRefused(token("finn@example.com", 12));
        assertThat(ownerOf(token("finn@example.com", 10))).isEqualTo(user("fu_users", "10"));
    }

    @Test
    void nor_does_one_with_the_very_number_of_the_owner() {
        moveIn();
        isRefused(token("eve", 7));
        isRefused(token("victim@example.com", 7));
        isRefused(token("gil@example.com", 13));
    }

    @Test
    void nor_does_it_bring_the_owner_over() {
        JustInTimeMigration migration = new JustInTimeMigration(
                people,
                JdbcDirectory.of(old, "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        auth = app.node(builder -> builder.legacyTokens(bridge().importingWith(migration)));
        isRefused(token("mallory", 9));
        isRefused(token("dora@example.com", 9));
        isRefused(token("mallory", 8));
        isRefused(token("finn@example.com", 12));
        isRefused(token("eve", 7));
        isRefused(token("gil@example.com", 13));
        for (String owner : List.of("7", "8", "10", "13")) {
            assertThat(people.userOf("fu_users", owner)).as(owner).isEmpty();
        }
        assertThat(ownerOf(token("dora@example.com", 8))).isEqualTo(user("fu_users", "8"));
        isRefused(token("mallory", 9));
    }

    @Test
    void a_row_merged_within_its_own_table_opens_nothing_either() {
        moveIn(ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE));
        assertThat(user("fu_users", "20")).as("it is merged").isEqualTo(user("fu_users", "21"));
        auth = app.node(builder -> builder.legacyTokens(LegacySessionBridge.allowRevokedTokens(
                FastApiUsersJwt.signedWith(Secret.of(KEY), "fu_users"),
                people,
                app.clock.instant().plus(Duration.ofDays(30)))));
        isRefused(token("\"sub\":\"20\",\"aud\":[\"fastapi-users:auth\"]"));
        assertThat(ownerOf(token("\"sub\":\"21\",\"aud\":[\"fastapi-users:auth\"]")))
                .isEqualTo(user("fu_users", "21"));
    }

    @Test
    void rows_moved_in_place_and_rows_written_from_here_are_no_second_rows() {
        moveIn();
        UserId ann = user("fu_users", "1");
        rowInPlace("1", ann);
        entry("998", Ledger.WRITTEN_FROM_HERE, ann);
        entry("999", "run", ann);
        auth = app.node(builder -> builder.legacyTokens(LegacySessionBridge.allowRevokedTokens(
                FastApiUsersJwt.signedWith(Secret.of(KEY), "home"),
                people,
                app.clock.instant().plus(Duration.ofDays(30)))));
        assertThat(ownerOf(token("\"sub\":\"" + ann + "\",\"aud\":[\"fastapi-users:auth\"]")))
                .isEqualTo(ann);
        assertThat(ownerOf(token("\"sub\":\"998\",\"aud\":[\"fastapi-users:auth\"]")))
                .isEqualTo(ann);
        isRefused(token("\"sub\":\"999\",\"aud\":[\"fastapi-users:auth\"]"));
    }

    /** As a move in place writes it for a user of another table who gets a row in the host's. */
    private void rowInPlace(String legacyId, UserId user) {
        String first = people.ledgerKey("fu_users", legacyId);
        LegacyOrigin old = Objects.requireNonNull(
                        app.store.read(tx -> tx.legacy().byKeys(List.of(first))).get(first))
                .origin();
        entry(user.toString(), old.runId(), old.fingerprint(), user);
    }

    private void entry(String legacyId, String run, UserId user) {
        entry(legacyId, run, "as it was", user);
    }

    private void entry(String legacyId, String run, String fingerprint, UserId user) {
        LegacyOrigin origin = new LegacyOrigin(people.system(), "home", legacyId, run, fingerprint);
        app.store.alone(tx -> {
            tx.legacy().insert(people.ledgerKey("home", legacyId), origin, user.toString(), app.clock.instant());
            return true;
        });
    }
}
