package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.SocialStore.SocialKey;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subjects and issuers are opaque, also where the columns of the host take upper and lower case for the same. */
final class SocialLettersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ISSUER = "https://id.example/Tenant";

    private final OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.H2);
    private final AuthStore store = host.store();
    private UserId ana;
    private UserId ben;

    @BeforeEach
    void letCaseNotCount() {
        host.sql(
                "alter table auth_social_account alter column provider_user_id set data type varchar_ignorecase(255)",
                "alter table auth_social_account alter column issuer set data type varchar_ignorecase(255)");
        ana = store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        ben = store.alone(tx -> tx.users().insert(Rowset.user("ben")));
        link(ana, "aBc");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void another_letter_is_another_account() {
        assertThat(isLinked(ISSUER, "aBc")).isTrue();
        assertThat(isLinked(ISSUER, "abc")).isFalse();
        assertThat(isLinked("https://id.example/tenant", "aBc")).isFalse();
    }

    @Test
    void another_letter_is_no_account_that_was_unlinked() {
        store.alone(tx -> {
            StoredSocialAccount account = tx.socials().of(ana).get(0);
            return tx.socials().unlink(ana, account.id(), NOW);
        });
        assertThat(isUnlinked("aBc")).isTrue();
        assertThat(isUnlinked("abc")).isFalse();
        link(ana, "abc");
        assertThat(isUnlinked("aBc")).isTrue();
        link(ben, "aBc2");
        assertThat(isLinked(ISSUER, "abc")).isTrue();
    }

    private void link(UserId user, String subject) {
        store.alone(tx -> {
            tx.socials().insert(user, new SocialIdentity("site", ISSUER, subject, null, false, null, null), NOW);
            return true;
        });
    }

    private boolean isLinked(String issuer, String subject) {
        return store.<Boolean>read(
                tx -> tx.socials().byKey(new SocialKey("site", issuer, subject)).isPresent());
    }

    private boolean isUnlinked(String subject) {
        return store.<Boolean>read(tx -> tx.socials().isUnlinked(ana, new SocialKey("site", ISSUER, subject)));
    }
}
