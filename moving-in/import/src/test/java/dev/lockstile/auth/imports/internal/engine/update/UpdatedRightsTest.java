package dev.lockstile.auth.imports.internal.engine.update;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.phone;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.READ;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.here;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.owned;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.text;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.withHash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import org.junit.jupiter.api.Test;

/** What of an update opens an account otherwise than before, and what raises its rights. */
final class UpdatedRightsTest {

    private static final WantedIdentifier ANN = email("ann@example.com");
    private static final WantedIdentifier NUMBER = phone("+12025550143");
    private static final IdentifierAssignment IS_ANN = IdentifierAssignment.proven(ANN.identifier(), DAY);

    @Test
    void other_names_or_another_password_open_an_account_otherwise() {
        NewUser row = withHash(here(IS_ANN, owned(name("ann"))), Secret.of("hash"));
        assertThat(UpdatedUser.changesSignIn(row, row)).isFalse();
        assertThat(UpdatedUser.changesSignIn(row, withHash(row, Secret.of("other"))))
                .isTrue();
        assertThat(UpdatedUser.changesSignIn(row, withHash(row, null))).isTrue();
        Secret hash = row.passwordHash();
        for (NewUser other : new NewUser[] {
            here(IS_ANN),
            here(IS_ANN, owned(name("bob"))),
            here(IS_ANN, text(name("ann"))),
            here(owned(ANN), owned(name("ann"))),
            here(IS_ANN, owned(name("ann")), owned(NUMBER))
        }) {
            assertThat(UpdatedUser.changesSignIn(row, withHash(other, hash))).isTrue();
        }
        NewUser moved = new NewUser(
                row.claims(),
                row.passwordHash(),
                new UserInfo.Status(false, true, true, DAY),
                new UserInfo.Dates(READ, READ, READ),
                SettingsJson.of("{\"a\":1}"),
                RowTimes.fresh(READ));
        assertThat(UpdatedUser.changesSignIn(row, moved)).isFalse();
    }

    @Test
    void rights_that_were_not_there_before_are_a_rise() {
        for (boolean staff : new boolean[] {false, true}) {
            for (boolean superuser : new boolean[] {false, true}) {
                OldUser now = new OldUser(1).has(ANN).with(new UserInfo.Status(true, staff, superuser, null));
                assertThat(new UserUpdate(here(IS_ANN), now).updated().isRaised())
                        .isEqualTo(staff || superuser);
                NewUser had = new NewUser(
                        here(IS_ANN).claims(),
                        null,
                        now.draft().status(),
                        here().dates(),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(DAY));
                assertThat(new UserUpdate(had, now).updated().isRaised()).isFalse();
            }
        }
    }
}
