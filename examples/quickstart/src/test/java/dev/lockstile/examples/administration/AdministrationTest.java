package dev.lockstile.examples.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import org.junit.jupiter.api.Test;

/** What docs/administration.md shows. */
final class AdministrationTest {

    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void the_shown_administration_works() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            UserId ana = invite(kit.auth());
            kit.deliver();
            assertThat(kit.emails().messages()).hasSize(1);
            assertThat(kit.auth().admin().disable(ana)).isTrue();
            UserId till = open(kit.auth());
            assertThat(kit.signIn("till-7", PASSWORD).user().id()).isEqualTo(till);
            assertThat(kit.signIn("till-7", PASSWORD).active().status().role()).isEqualTo("EDITOR");
        }
    }

    private static UserId invite(Auth auth) {
        // region: invite
        Outcome<UserInfo> result = auth.admin()
                .create(AccountDraft.ofEmail("ana@example.com")
                        .withPerson(new Person("Ana", "Ruiz", null, null, null))
                        .withRole("EDITOR")
                        .vouchingForIdentifiers()); // you have seen that the address is hers
        if (!(result instanceof Outcome.Done<UserInfo> created)) {
            throw new IllegalStateException("not opened: " + result);
        }
        auth.passwords()
                .requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@example.com", null)); // she sets a password
        // end: invite
        return created.value().id();
    }

    private static UserId open(Auth auth) {
        UserId user = auth.admin()
                .create(AccountDraft.ofUsername("till-7").withPassword(Secret.of(PASSWORD)))
                .orElseThrow()
                .id();
        // region: role
        auth.admin().setRole(user, "EDITOR"); // in the next token
        auth.admin().markVerified(user, IdentifierKind.EMAIL); // false: this account has no address
        auth.admin().disable(user); // ends its sessions, too
        auth.admin().enable(user);
        // end: role
        return user;
    }
}
