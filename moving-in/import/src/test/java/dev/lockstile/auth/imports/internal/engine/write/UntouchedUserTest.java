package dev.lockstile.auth.imports.internal.engine.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was decided of an account is written only while the account is as it was looked at. */
final class UntouchedUserTest {

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private UserId ann = new UserId(0L);

    @BeforeEach
    void somebody_comes() {
        SmallLegacy old = new SmallLegacy();
        new Importing(store).run(old.user(1).source(), ImportOptions.defaults());
        ann = store.userId(String.valueOf(entry().localRef())).orElseThrow();
    }

    @Test
    void a_user_is_held_as_often_as_nothing_changes() {
        UntouchedUser seen = look();
        assertThat(hold(seen)).isTrue();
        assertThat(hold(seen)).isTrue();
    }

    @Test
    void a_user_who_has_signed_in_since_the_look_is_not_held() {
        UntouchedUser seen = look();
        store.alone(tx -> tx.users().recordLogin(ann, Importing.NOW.plusSeconds(60)));
        assertThat(hold(seen)).isFalse();
    }

    @Test
    void what_another_row_filled_in_since_the_look_is_not_overwritten() {
        UntouchedUser seen = look();
        store.alone(tx -> ImportTx.in(tx).written().complete(ann, List.of(), Secret.of("hash")));

        assertThat(hold(seen)).isFalse();

        assertThat(store.read(tx -> tx.users().byId(ann)).map(StoredUser::passwordHash))
                .contains(Secret.of("hash"));
        assertThat(hold(look())).isTrue();
    }

    private UntouchedUser look() {
        return store.read(tx -> UntouchedUser.look(tx, entry(), ann)).orElseThrow();
    }

    private boolean hold(UntouchedUser seen) {
        return store.alone(seen::hold);
    }

    private LegacyLinkInfo entry() {
        return store.read(tx -> ImportTx.in(tx).ledger().naming(List.of("1"))).stream()
                .map(KeyedLegacyLink::entry)
                .filter(entry -> entry.origin().entity().equals("users"))
                .findFirst()
                .orElseThrow();
    }
}
