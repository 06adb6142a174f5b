package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ProfileStore.Owned;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host's own columns: written and read by attribute, with the row they are in and no other. */
@Tag("columns")
abstract class HostColumnContract extends StoreContract {

    private String nickname = "";

    /** For those who extend it. */
    protected HostColumnContract() {}

    @BeforeEach
    final void needsAnAttribute() {
        nickname = hostAttribute();
    }

    @Test
    void a_column_of_a_user_comes_back_as_written_and_is_that_users_alone() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        assertThat(ofUser(ana)).as("nothing at first").isEmpty();
        assertThat(done(tx -> tx.hostColumns().writeUser(ana, Map.of(nickname, "annie"), FINE)))
                .isTrue();
        assertThat(ofUser(ana)).containsExactlyEntriesOf(Map.of(nickname, "annie"));
        assertThat(ofUser(bea)).isEmpty();
        assertThat(done(tx -> tx.hostColumns().writeUser(ana, Collections.singletonMap(nickname, null), FINE)))
                .isTrue();
        assertThat(ofUser(ana)).isEmpty();
    }

    @Test
    void a_reset_gives_a_column_what_a_new_row_has() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.hostColumns().writeUser(ana, Map.of(nickname, "annie"), FINE));
        assertThat(done(tx -> tx.hostColumns().resetUser(ana, Set.of(nickname), FINE)))
                .isTrue();
        assertThat(ofUser(ana)).isEmpty();
    }

    @Test
    void a_user_who_is_gone_is_neither_read_nor_written() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.hostColumns().writeUser(ana, Map.of(nickname, "annie"), FINE));
        change(tx -> tx.users().softDelete(ana, FINE));
        assertThat(ofUser(ana)).isEmpty();
        assertThat(done(tx -> tx.hostColumns().writeUser(ana, Map.of(nickname, "ghost"), FINE)))
                .isFalse();
        assertThat(done(tx -> tx.hostColumns().resetUser(ana, Set.of(nickname), FINE)))
                .isFalse();
    }

    @Test
    void a_column_of_a_profile_is_written_by_its_owner_alone() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        ProfileId home = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        ProfileId work = write(tx -> tx.profiles().insert(profile(ana, "work", T0)));
        assertThat(done(tx -> tx.hostColumns().writeProfile(new Owned(bea, work), Map.of(nickname, "hers"), FINE)))
                .isFalse();
        assertThat(done(tx -> tx.hostColumns().writeProfile(new Owned(ana, work), Map.of(nickname, "mine"), FINE)))
                .isTrue();
        Map<ProfileId, Map<String, Object>> found =
                read(tx -> tx.hostColumns().ofProfiles(List.of(home, work), Set.of(nickname)));
        assertThat(found.get(home)).isEmpty();
        assertThat(found.get(work)).containsExactlyEntriesOf(Map.of(nickname, "mine"));
        change(tx ->
                tx.hostColumns().writeProfile(new Owned(ana, work), Collections.singletonMap(nickname, null), FINE));
        assertThat(read(tx -> tx.hostColumns().ofProfiles(List.of(work), Set.of(nickname)))
                        .get(work))
                .isEmpty();
    }

    @Test
    void of_many_who_write_one_column_one_is_the_last() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        ParallelRun.run(8, n -> done(tx -> tx.hostColumns().writeUser(ana, Map.of(nickname, "n" + n), FINE)));
        assertThat(String.valueOf(ofUser(ana).get(nickname))).matches("n[0-7]");
    }

    private Map<String, Object> ofUser(UserId user) {
        return read(tx -> tx.hostColumns().ofUser(user, Set.of(nickname)));
    }
}
