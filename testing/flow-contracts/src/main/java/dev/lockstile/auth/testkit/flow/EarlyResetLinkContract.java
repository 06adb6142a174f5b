package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A reset link that was asked for while only the legacy system knew the address. What it opens is decided when it is
 * used: by then the address may belong to an account that another user holds by another proof.
 */
@Tag("keys")
abstract class EarlyResetLinkContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final String PHONE = "+525512345678";
    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Secret HASH = Secret.of("md5$s$" + Md5.of("sletmein-81"));
    private static final Outcome<PasswordSet> REFUSED = Outcome.refused(Refusal.INVALID_LINK);

    private Auth node;
    private LinkProof link;

    /** For those who extend it. */
    protected EarlyResetLinkContract() {}

    @BeforeEach
    final void askEarly() {
        node = fixture.nodeBeside(new KnowsEverybody());
        node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        link = fixture.linkTo(ADDRESS);
    }

    @Test
    void it_opens_no_account_that_is_somebodys_by_another_proof() {
        imported(null, fixture.clock.instant());
        assertThat(node.passwords().confirmReset(link, NEXT)).isEqualTo(REFUSED);
        assertThat(person().passwordHash()).isEqualTo(HASH);
        assertThat(person().info().identifiers().email().isVerified()).isFalse();
        assertThat(fixture.login(ADDRESS, NEXT.reveal())).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login(PHONE, "letmein-81")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void it_proves_the_address_of_an_account_that_is_nobodys_yet() {
        imported(null, null);
        assertThat(node.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(person().info().identifiers().email().isVerified()).isTrue();
        assertThat(person().info().identifiers().phone().owned()).isFalse();
        assertThat(fixture.login(ADDRESS, NEXT.reveal())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void it_opens_the_account_whose_address_is_proven_by_now() {
        imported(fixture.clock.instant(), fixture.clock.instant());
        assertThat(node.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login(PHONE, NEXT.reveal())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void it_opens_no_account_that_is_disabled_by_now() {
        imported(fixture.clock.instant(), null);
        node.admin().disable(person().info().id());
        assertThat(node.passwords().confirmReset(link, NEXT)).isEqualTo(REFUSED);
        assertThat(person().passwordHash()).isEqualTo(HASH);
    }

    private void imported(@Nullable Instant emailProven, @Nullable Instant phoneProven) {
        Instant now = fixture.clock.instant();
        Identifier phone = IdentifierRules.standard().phone(PHONE).orElseThrow();
        List<IdentifierAssignment> claims =
                new ArrayList<>(List.of(new IdentifierAssignment(email(), true, emailProven)));
        claims.add(new IdentifierAssignment(phone, true, phoneProven));
        UserInfo.Dates dates = new UserInfo.Dates(now, null, null);
        NewUser user =
                new NewUser(claims, HASH, UserInfo.Status.ORDINARY, dates, SettingsJson.EMPTY, RowTimes.fresh(now));
        fixture.store.alone(tx -> tx.users().insert(user));
    }

    private StoredUser person() {
        return fixture.store
                .read(tx -> tx.users().byKey(email().kind(), email().key()))
                .orElseThrow();
    }

    private static Identifier email() {
        return IdentifierRules.standard().email(ADDRESS).orElseThrow();
    }

    /** A legacy system in which all users are known, and from which none comes over any more. */
    private static final class KnowsEverybody implements LegacyAccounts {

        @Override
        public LegacyAccounts.Verdict importByPassword(List<Identifier> candidates, Secret password) {
            return LegacyAccounts.Verdict.NO_MATCH;
        }

        @Override
        public LegacyAccounts.Verdict canImport(Identifier identifier) {
            return LegacyAccounts.Verdict.MATCH;
        }

        @Override
        public LegacyAccounts.Verdict importOwner(Identifier proven) {
            return LegacyAccounts.Verdict.NO_MATCH;
        }
    }
}
