package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.DataExport;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The owner of an account saves what is kept of it, and reads in a notice that it was saved. */
@Tag("keys")
abstract class OwnDataContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String BEN = "ben@acme.example";

    /** For those who extend it. */
    protected OwnDataContract() {}

    @Test
    void all_of_the_own_account_and_nothing_of_another() {
        fixture.member(BEN);
        fixture.signedIn(BEN);
        Caller ana = member();
        DataExport data = fixture.auth.ownAccount().export(ana).orElseThrow();
        assertThat(data.at()).isEqualTo(fixture.clock.instant());
        assertThat(data.parts())
                .containsKeys("account", "settings", "profiles", "sessions", "factors", "devices", "sent_codes", "cut");
        assertThat(data.json())
                .startsWith("{\n  \"exported\": \"2026-03-01T")
                .contains("\"id\": \"" + ana.user() + "\"", "\"email\": \"" + ANA + "\"")
                .contains("\"id\": \"" + ana.session() + "\"", "\"address\": \"" + FlowFixture.WEB.address() + "\"")
                .contains("\"has_password\": true", "\"cut\": []")
                .doesNotContain(BEN);
        assertThat(data.toString()).doesNotContain(ANA);
    }

    @Test
    void of_former_systems_the_accounts_alone_since_other_rows_have_the_same_keys() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        Caller ana = member();
        note("users", "old-account-31", ana);
        assumeFalse(ledger(ana).isEmpty(), "this store lists no ledger");
        note("profiles", "old-profile-of-another", ana);
        note("orders", "old-order-of-another", ana);
        assertThat(fixture.auth.ownAccount().export(ana).orElseThrow().json())
                .contains("old-account-31")
                .doesNotContain("of-another");
    }

    private List<Map<String, @Nullable Object>> ledger(Caller owner) {
        return fixture.store instanceof AdminListSource source
                ? source.adminLists(IdentifierRules.standard())
                        .page(
                                AdminLists.Table.LEGACY_LINKS,
                                AdminLists.Query.all().ofUser(owner.user().toString()))
                        .rows()
                : List.of();
    }

    private void note(String entity, String legacyId, Caller owner) {
        LegacyOrigin origin = new LegacyOrigin("old", entity, legacyId, "run", "hash");
        fixture.store.alone(tx -> {
            tx.legacy().insert(legacyId, origin, owner.user().toString(), fixture.clock.instant());
            return true;
        });
    }

    @Test
    void no_secret_is_in_it() {
        Caller ana = member();
        Secret hash = Objects.requireNonNull(fixture.store
                .read(tx -> tx.users().byId(ana.user()))
                .orElseThrow()
                .passwordHash());
        String digest = fixture.store.read(tx -> tx.sessions()
                .live(ana.user(), fixture.clock.instant())
                .get(0)
                .token()
                .digest());
        assertThat(fixture.auth.ownAccount().export(ana).orElseThrow().json()).doesNotContain(hash.reveal(), digest);
    }

    @Test
    void settings_that_are_shown_to_the_owner_alone() {
        Caller ana = member();
        SettingKey<String> theme =
                SettingKey.choice("theme", "auto", "auto", "dark").changedByOwner();
        SettingKey<String> score = SettingKey.choice("score", "low", "low", "high");
        Auth host = fixture.nodeWith(builder -> builder.userSettings(theme, score));
        host.userSettings().changeOwn(ana, HostValues.of("theme", "dark"));
        host.userSettings().set(ana.user(), score, "high");
        assertThat(host.ownAccount().export(ana).orElseThrow().json())
                .contains("\"theme\": \"dark\"")
                .doesNotContain("score");
    }

    @Test
    void the_owner_is_told_and_the_trail_too() {
        Caller ana = member();
        int before = fixture.deliver().postbox.to(ANA).size();
        fixture.events.clear();
        fixture.auth.ownAccount().export(ana).orElseThrow();
        assertThat(fixture.events).extracting(AuthEvent::name).containsExactly("user_data_export");
        assertThat(fixture.events.get(0).user()).isEqualTo(ana.user());
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before + 1);
    }

    @Test
    void an_old_proof_and_a_session_that_is_over_get_nothing() {
        Caller ana = member();
        fixture.clock.advance(Duration.ofMinutes(11));
        int before = fixture.deliver().postbox.to(ANA).size();
        assertThat(fixture.auth.ownAccount().export(ana)).isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        fixture.auth.sessions().logout(ana);
        assertThat(fixture.auth.ownAccount().export(ana)).isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before);
    }

    @Test
    void five_times_a_day() {
        Caller ana = member();
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.auth.ownAccount().export(ana).isDone()).isTrue();
        }
        assertThat(fixture.auth.ownAccount().export(ana).refusal()).contains(Refusal.THROTTLED);
        fixture.clock.advance(Duration.ofHours(25));
        Caller later = fixture.caller(fixture.signedIn(ANA));
        assertThat(fixture.auth.ownAccount().export(later).isDone()).isTrue();
    }

    private Caller member() {
        fixture.member(ANA);
        return fixture.caller(fixture.signedIn(ANA));
    }
}
