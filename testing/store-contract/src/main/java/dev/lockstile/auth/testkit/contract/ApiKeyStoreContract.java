package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.ApiKeyState.Secrets;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.ApiKeyStore.Rotation;
import dev.lockstile.auth.store.ApiKeyStore.StoredApiKey;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** API keys: found by their public name with their owner, revoked for good, and rotated by one caller. */
abstract class ApiKeyStoreContract extends StoreContract {

    private static final Instant SOON = T0.plusSeconds(60);
    private static final Instant END = T0.plus(Duration.ofDays(30));
    private static final int RUNS = 20;

    private UserId ana;
    private UserId ben;

    /** For those who extend it. */
    protected ApiKeyStoreContract() {}

    @BeforeEach
    final void addPeople() {
        assumeTrue(
                store().<Boolean>read(tx -> tx.extension(ApiKeyStore.class).isPresent()),
                "this store keeps no API keys");
        ana = write(tx -> tx.users().insert(Samples.user("ana")));
        ben = write(tx -> tx.users().insert(Samples.user("ben")));
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_key_is_found_with_its_owner_as_it_was_written() {
        ApiKeyState key = key("k1", Set.of("orders:read", "orders:write"));
        insert(ana, key);

        StoredApiKey found = find(tx -> keys(tx).byId("k1")).orElseThrow();
        assertThat(found.key()).isEqualTo(key);
        assertThat(found.user().info().id()).isEqualTo(ana);
        assertThat(found.user().profiles()).isNotNull();
        assertThat(find(tx -> keys(tx).byId("k2"))).isEmpty();
    }

    @Test
    void a_key_without_scopes_stays_without() {
        insert(ana, key("k1", Set.of()));

        assertThat(find(tx -> keys(tx).byId("k1")).orElseThrow().key().scopes()).isEmpty();
    }

    @Test
    void the_public_name_of_a_key_is_unique() {
        insert(ana, key("k1"));

        assertThatThrownBy(() -> insert(ben, key("k1"))).isInstanceOf(KeyTakenException.class);
    }

    @Test
    void upper_and_lower_case_make_two_names() {
        insert(ana, key("k1"));
        insert(ben, key("K1"));

        assertThat(find(tx -> keys(tx).byId("K1")).orElseThrow().user().info().id())
                .isEqualTo(ben);
    }

    @Test
    void the_keys_of_a_user_are_listed_newest_first_until_they_expire_or_are_revoked() {
        insert(ana, key("old"));
        insert(ana, key("new", T0.plusSeconds(1)));
        insert(ana, key("gone"));
        insert(ben, key("other"));
        change(tx -> keys(tx).end(ana, "gone", SOON));

        assertThat(list(tx -> keys(tx).live(ana, SOON)))
                .extracting(ApiKeyState::keyId)
                .containsExactly("new", "old");
        assertThat(list(tx -> keys(tx).live(ana, END))).isEmpty();
    }

    @Test
    void a_revoked_key_is_found_no_more_and_changes_no_more() {
        insert(ana, key("k1"));

        assertThat(done(tx -> keys(tx).end(ben, "k1", SOON))).isFalse();
        assertThat(done(tx -> keys(tx).end(ana, "k1", SOON))).isTrue();
        assertThat(done(tx -> keys(tx).end(ana, "k1", SOON))).isFalse();
        assertThat(find(tx -> keys(tx).byId("k1"))).isEmpty();
        assertThat(done(tx -> keys(tx).rename(ana, "k1", "x", SOON))).isFalse();
        assertThat(done(tx -> keys(tx).rotate(ana, "k1", rotation("d-k1", "d2"))))
                .isFalse();
        assertThat(done(tx -> keys(tx).use("k1", SOON, SOON))).isFalse();
    }

    @Test
    void all_keys_of_one_user_are_revoked_at_once() {
        insert(ana, key("k1"));
        insert(ana, key("k2"));
        insert(ben, key("k3"));

        assertThat(count(tx -> keys(tx).endAll(ana, SOON))).isEqualTo(2);
        assertThat(count(tx -> keys(tx).endAll(ana, SOON))).isZero();
        assertThat(find(tx -> keys(tx).byId("k3"))).isPresent();
    }

    @Test
    void a_deleted_user_has_no_keys() {
        insert(ana, key("k1"));
        change(tx -> tx.users().softDelete(ana, SOON));

        assertThat(find(tx -> keys(tx).byId("k1"))).isEmpty();
    }

    @Test
    void only_its_owner_renames_a_key() {
        insert(ana, key("k1"));

        assertThat(done(tx -> keys(tx).rename(ben, "k1", "theirs", SOON))).isFalse();
        assertThat(done(tx -> keys(tx).rename(ana, "k1", "build", SOON))).isTrue();
        assertThat(done(tx -> keys(tx).rename(ana, "k1", "late", END))).isFalse();
        assertThat(find(tx -> keys(tx).byId("k1")).orElseThrow().key().name()).isEqualTo("build");
    }

    @Test
    void a_rotation_replaces_the_secret_that_was_seen() {
        insert(ana, key("k1"));

        assertThat(done(tx -> keys(tx).rotate(ben, "k1", rotation("d-k1", "d2"))))
                .isFalse();
        assertThat(done(tx -> keys(tx).rotate(ana, "k1", rotation("other", "d2"))))
                .isFalse();
        assertThat(done(tx -> keys(tx).rotate(ana, "k1", rotation("d-k1", "d2"))))
                .isTrue();

        ApiKeyState rotated = find(tx -> keys(tx).byId("k1")).orElseThrow().key();
        assertThat(rotated.secrets()).isEqualTo(new Secrets("d2", "d-k1", SOON));
        assertThat(rotated.times().expiresAt()).isEqualTo(END.plusSeconds(1));
    }

    @Test
    void two_rotations_at_once_have_one_winner() {
        for (int run = 0; run < RUNS; run++) {
            String id = "r" + run;
            insert(ana, key(id));
            assertThat(ParallelRun.winners(2, n -> done(tx -> keys(tx).rotate(ana, id, rotation("d-" + id, "n" + n)))))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_rotation_and_a_revocation_at_once_leave_no_key() {
        for (int run = 0; run < RUNS; run++) {
            String id = "e" + run;
            insert(ana, key(id));
            List<Boolean> ended = ParallelRun.run(
                    2,
                    n -> n == 0
                            ? done(tx -> keys(tx).end(ana, id, SOON))
                            : done(tx -> keys(tx).rotate(ana, id, rotation("d-" + id, "n"))));
            assertThat(ended.get(0)).isTrue();
            assertThat(find(tx -> keys(tx).byId(id))).isEmpty();
        }
    }

    @Test
    void a_use_is_noted_once_in_a_while_by_one_of_two() {
        insert(ana, key("k1"));

        assertThat(ParallelRun.winners(2, n -> done(tx -> keys(tx).use("k1", T0, SOON))))
                .isEqualTo(1);
        assertThat(done(tx -> keys(tx).use("k1", SOON, SOON.plusSeconds(1)))).isFalse();
        assertThat(done(tx -> keys(tx).use("k1", SOON.plusSeconds(1), END))).isTrue();
        assertThat(find(tx -> keys(tx).byId("k1")).orElseThrow().key().times().lastUsedAt())
                .isEqualTo(END);
    }

    @Test
    void expired_keys_are_removed_in_batches_revoked_or_not() {
        insert(ana, key("k1"));
        insert(ana, key("k2"));
        change(tx -> keys(tx).end(ana, "k2", SOON));

        assertThat(remove(END.minusSeconds(1), 9)).isZero();
        assertThat(remove(END, 1)).isEqualTo(1);
        assertThat(remove(END, 9)).isEqualTo(1);
        assertThat(remove(END, 9)).isZero();
    }

    private int remove(Instant before, int max) {
        return count(tx -> tx.upkeep().remove(RetentionCategory.API_KEYS, before, max, before));
    }

    private static Rotation rotation(String seen, String next) {
        return new Rotation(seen, new Secrets(next, seen, SOON), END.plusSeconds(1), SOON);
    }

    private static ApiKeyState key(String id) {
        return key(id, Set.of("orders:read"));
    }

    private static ApiKeyState key(String id, Set<String> scopes) {
        return new ApiKeyState(
                id, "profile", "nightly build", scopes, Secrets.first("d-" + id), new ApiKeyState.Times(T0, END, null));
    }

    private static ApiKeyState key(String id, Instant createdAt) {
        return new ApiKeyState(
                id,
                "profile",
                "other",
                Set.of(),
                Secrets.first("d-" + id),
                new ApiKeyState.Times(createdAt, END, null));
    }

    private void insert(UserId user, ApiKeyState key) {
        change(tx -> keys(tx).insert(user, key));
    }

    private static ApiKeyStore keys(AuthTx tx) {
        return tx.extension(ApiKeyStore.class).orElseThrow();
    }
}
